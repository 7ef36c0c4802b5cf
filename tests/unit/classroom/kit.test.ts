/** The pure parts of the classroom kit. */
import { describe, expect, test } from 'vitest';
import { formatSize, type KitContents, sumLine } from '../../../src/classroom/contents.ts';
import { chooseImages } from '../../../src/classroom/make-kit.ts';
import { choosePlatform, compressedType, withLayers } from '../../../src/classroom/manifest.ts';
import { readme } from '../../../src/classroom/readme.ts';
import { blobPath, linkPaths } from '../../../src/classroom/registry-folder.ts';
import { archiveIndex } from '../../../src/classroom/server-archive.ts';
import { composeFile, siteConfig } from '../../../src/classroom/server-files.ts';
import { parseHeaders } from '../../../src/config/headers.ts';

const A = `sha256:${'a'.repeat(64)}`;
const B = `sha256:${'b'.repeat(64)}`;
const C = `sha256:${'c'.repeat(64)}`;
const part = (digest: string, mediaType = 'x') => ({ mediaType, digest, size: 1 });
const image = { digest: A, config: B, layers: [C], size: 2_000_000 };

describe('manifests', () => {
  test('only layers that are not compressed yet get another type', () => {
    expect(compressedType('application/vnd.oci.image.layer.v1.tar')).toBe(
      'application/vnd.oci.image.layer.v1.tar+gzip',
    );
    expect(compressedType('application/vnd.oci.image.layer.v1.tar+gzip')).toBeUndefined();
    expect(compressedType('application/vnd.docker.image.rootfs.diff.tar.gzip')).toBeUndefined();
  });

  test('an image that was compressed keeps its very bytes, and with them its digest', () => {
    const bytes = Buffer.from(`{ "config": {}, "layers":[${JSON.stringify(part(C))}] }`);
    expect(withLayers(bytes, [part(C)])).toBe(bytes);
    expect(JSON.parse(withLayers(bytes, [part(B)]).toString()).layers).toEqual([part(B)]);
  });

  test('an index gives the image of the processor, and says for which there is one', () => {
    const platform = (architecture: string, os = 'linux') => ({ os, architecture });
    const index = {
      manifests: [
        { ...part(A), platform: platform('amd64', 'windows') },
        { ...part(B), platform: platform('amd64') },
        { ...part(C), platform: platform('arm64') },
      ],
    };
    expect(choosePlatform(index, 'amd64')).toBe(B);
    expect(() => choosePlatform(index, 's390x')).toThrow('s390x; la hay para: amd64, arm64.');
  });
});

describe('registry', () => {
  test('its folder is laid out as the registry image wants it', () => {
    expect(blobPath(A)).toBe(`docker/registry/v2/blobs/sha256/aa/${'a'.repeat(64)}/data`);
    const home = 'docker/registry/v2/repositories/library/nginx';
    expect(linkPaths('library/nginx', { manifest: A, parts: [B], tags: ['1.30'] })).toEqual({
      [`${home}/_manifests/revisions/sha256/${'a'.repeat(64)}/link`]: A,
      [`${home}/_layers/sha256/${'b'.repeat(64)}/link`]: B,
      [`${home}/_manifests/tags/1.30/current/link`]: A,
      [`${home}/_manifests/tags/1.30/index/sha256/${'a'.repeat(64)}/link`]: A,
    });
  });

  test('the archive for docker load names each image and its parts', () => {
    expect(archiveIndex({ 'aula/nginx:1.30': image })).toEqual([
      {
        Config: `blobs/sha256/${'b'.repeat(64)}`,
        RepoTags: ['aula/nginx:1.30'],
        Layers: [`blobs/sha256/${'c'.repeat(64)}`],
      },
    ]);
  });
});

describe('what is chosen', () => {
  test('names, references and further tags of images; and always what serves the kit', () => {
    const refs = chooseImages(['busybox:latest', 'redis']).map(({ ref }) => ref);
    expect(refs.sort()).toEqual(['busybox:1.37', 'nginx:1.30', 'redis:8', 'registry:2']);
  });

  test('an unknown one is told with those that there are', () => {
    expect(() => chooseImages(['alpine'])).toThrow(/«alpine».*nginx:1\.30/);
  });
});

describe('texts', () => {
  const rules = parseHeaders(
    '/*\n  X-Content-Type-Options: nosniff\n\n/_astro/*\n  Cache-Control: immutable\n',
  );

  test('nginx repeats the common headers where a folder has its own', () => {
    const config = siteConfig('/', rules);
    expect(config).toContain('\n    add_header X-Content-Type-Options "nosniff" always;\n');
    expect(config).toContain(
      'location ~ ^/_astro/.*$ {\n        add_header X-Content-Type-Options "nosniff" always;\n' +
        '        add_header Cache-Control "immutable" always;\n',
    );
    expect(config).toContain('error_page 404 /404.html;');
    expect(config).not.toContain('return 302');
  });

  test('a site below a path is found there', () => {
    expect(composeFile('/guia/')).toContain('./sitio:/usr/share/nginx/html/guia:ro');
    expect(composeFile('/')).toContain('./sitio:/usr/share/nginx/html:ro');
    expect(siteConfig('/guia/', rules)).toContain('location = / { return 302 /guia/; }');
  });

  test('sizes and sums are written as people and sha256sum read them', () => {
    expect([400_000, 109_400_000, 1_234_000_000].map(formatSize)).toEqual(['0,4 MB', '109 MB', '1,23 GB']);
    expect(sumLine('f00', 'sitio/index.html')).toBe('f00  sitio/index.html');
  });

  test('LEEME says which images are not the official ones, and only then', () => {
    const kit = (origin: 'docker-hub' | 'equivalente', ownAuthorities = false): KitContents => ({
      made: '2026-11-21T00:00:00.000Z',
      architecture: 'amd64',
      base: '/',
      ownAuthorities,
      images: [{ ...image, ref: 'nginx:1.30', tags: ['1.30'], origin }],
      layers: {},
    });
    const standIn = readme(kit('equivalente'), 900e6);
    expect(standIn).toContain('| `nginx:1.30` | 2,0 MB | equivalente |');
    expect(standIn).toContain('no son las imágenes oficiales');
    expect(standIn).toContain('ocupa 900 MB');
    expect(standIn).not.toContain('autoridades de certificación');
    expect(readme(kit('equivalente', true), 900e6)).toContain('autoridades de certificación');
    const official = readme(kit('docker-hub', true), 900e6);
    expect(official).toContain('| oficial, de Docker Hub |');
    expect(official).not.toContain('no son las imágenes oficiales');
    expect(official).not.toContain('autoridades de certificación');
  });
});
