/** Copying images into a registry's folder: from any registry, and only what arrives whole. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ImageCopier, type ImageSource } from '../../../src/classroom/image-copier.ts';
import type { ImageManifest } from '../../../src/classroom/manifest.ts';
import { RegistryFolder } from '../../../src/classroom/registry-folder.ts';

const PLAIN = 'application/vnd.oci.image.layer.v1.tar';
const TO = { repositories: ['x', 'library/x'], tags: ['1', 'latest'] };
const FROM = { repository: 'library/x', tag: '1' };

/** A registry in memory that counts what it is asked for. */
class MemorySource implements ImageSource {
  readonly blobs = new Map<string, Buffer>();
  readonly tags = new Map<string, string>();
  asked: string[] = [];

  add(content: Buffer | object, mediaType: string) {
    const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
    const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    this.blobs.set(digest, bytes);
    return { mediaType, digest, size: bytes.length };
  }

  async manifest(_repository: string, reference: string): Promise<Buffer> {
    return this.blobs.get(this.tags.get(reference) ?? reference) as Buffer;
  }

  blob(_repository: string, digest: string) {
    this.asked.push(digest);
    return { body: Readable.from([this.blobs.get(digest)]), end: Promise.resolve() };
  }
}

let folder: string;
let source: MemorySource;
let target: RegistryFolder;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'docker-a-prueba-copia-'));
  source = new MemorySource();
  target = new RegistryFolder(join(folder, 'nuevo'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function addImage(layers: { mediaType: string; content: Buffer }[]) {
  const config = source.add({ os: 'linux', capas: layers.length }, 'config');
  const parts = layers.map(({ mediaType, content }) => source.add(content, mediaType));
  return source.add({ schemaVersion: 2, config, layers: parts }, 'manifest');
}

test('an official image stays as it is, that of the right processor', async () => {
  const layer = { mediaType: `${PLAIN}+gzip`, content: gzipSync('capa') };
  const amd64 = addImage([layer]);
  const arm64 = addImage([layer, { mediaType: PLAIN, content: Buffer.from('otra') }]);
  const manifests = [
    { ...arm64, platform: { os: 'linux', architecture: 'arm64' } },
    { ...amd64, platform: { os: 'linux', architecture: 'amd64' } },
  ];
  source.tags.set('1', source.add({ manifests }, 'index').digest);

  const copied = await new ImageCopier({ source, target, architecture: 'amd64' }).copy(FROM, TO);
  expect(copied.digest).toBe(amd64.digest);
  for (const digest of [copied.digest, copied.config, ...copied.layers]) {
    expect(await readFile(target.blob(digest))).toEqual(source.blobs.get(digest));
  }
});

test('layers that travel uncompressed are compressed, once for all images', async () => {
  const layer = { mediaType: PLAIN, content: Buffer.alloc(100_000, 'capa') };
  source.tags.set('1', addImage([layer]).digest);
  source.tags.set('2', addImage([layer, { mediaType: PLAIN, content: Buffer.from('otra') }]).digest);

  const copier = new ImageCopier({ source, target, architecture: 'amd64' });
  const [one, two] = await Promise.all([copier.copy(FROM, TO), copier.copy({ ...FROM, tag: '2' }, TO)]);
  expect(two.layers[0]).toBe(one.layers[0]);
  expect(source.asked).toHaveLength(4);
  const manifest = JSON.parse(await readFile(target.blob(one.digest), 'utf8')) as ImageManifest;
  expect(manifest.layers[0]?.mediaType).toBe(`${PLAIN}+gzip`);
  const stored = await readFile(target.blob(one.layers[0] as string));
  expect(manifest.layers[0]?.size).toBe(stored.length);
  expect(gunzipSync(stored)).toEqual(layer.content);
  expect(stored.length).toBeLessThan(1000);
});

test('what an earlier kit compressed is not asked for again, unless it was damaged', async () => {
  source.tags.set('1', addImage([{ mediaType: PLAIN, content: Buffer.from('capa') }]).digest);
  const first = new ImageCopier({ source, target, architecture: 'amd64' });
  const before = await first.copy(FROM, TO);
  const layers = await first.layers();

  source.asked = [];
  const again = new RegistryFolder(join(folder, 'otra-vez'));
  const earlier = { folder: target, layers };
  const options = { source, target: again, architecture: 'amd64', earlier };
  expect(await new ImageCopier(options).copy(FROM, TO)).toEqual(before);
  expect(source.asked).toEqual([]);

  const stored = target.blob(before.layers[0] as string);
  const content = await readFile(stored);
  await writeFile(stored, content.with(20, 0));
  expect(await new ImageCopier(options).copy(FROM, TO)).toEqual(before);
  expect(source.asked).toHaveLength(1);
  await rm(stored);
  expect(await new ImageCopier(options).copy(FROM, TO)).toEqual(before);
  expect(source.asked).toHaveLength(2);
  expect(await readFile(again.blob(before.layers[0] as string))).toEqual(content);
});

test('a layer that arrives damaged fails, and leaves nothing behind', async () => {
  const layer = { mediaType: PLAIN, content: Buffer.from('capa') };
  source.tags.set('1', addImage([layer]).digest);
  const digest = source.add(layer.content, PLAIN).digest;
  source.blobs.set(digest, Buffer.from('cap'));
  const copier = new ImageCopier({ source, target, architecture: 'amd64' });
  await expect(copier.copy(FROM, TO)).rejects.toThrow('llegó dañado');
  expect((await readdir(target.root)).filter((name) => name.startsWith('.'))).toEqual([]);
  expect(existsSync(target.blob(digest))).toBe(false);
});
