import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newPackages } from '../../../scripts/setup/apt.ts';
import {
  debianSources,
  findMirror,
  parseDeb822,
  parseOneLine,
  readSources,
  renderSources,
  testingSource,
} from '../../../src/machine/apt-sources.ts';

// As in the image debian:bookworm, with another vendor's source after it.
const DEB822 = `Types: deb
# http://snapshot.example/archive/debian/20250520T000000Z
URIs: http://mirror.example/debian
Suites: bookworm bookworm-updates
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

Types: deb
URIs: http://mirror.example/debian-security
Suites: bookworm-security
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

Types: deb
URIs: https://vendor.example/node_20.x
Suites: nodistro
Components: main
Architectures: amd64
`;

// As the installer of Debian 12 leaves /etc/apt/sources.list.
const ONE_LINE = `#deb cdrom:[Debian GNU/Linux 12.5.0 _Bookworm_]/ bookworm main non-free-firmware
deb http://mirror.example/debian/ bookworm main non-free-firmware # principal
deb-src http://mirror.example/debian/ bookworm main non-free-firmware

deb [arch=amd64 signed-by=/usr/share/keyrings/debian.gpg] http://mirror.example/debian-security bookworm-security main
deb https://vendor.example/apt cloud-sdk-bookworm main
deb [arch=amd64 signed-by=/etc/apt/keyrings/docker.asc] https://vendor.example/linux/debian bookworm stable
`;

describe('parseDeb822', () => {
  it('reads stanzas and keeps their options', () => {
    const [main] = parseDeb822(DEB822);
    expect(main).toEqual({
      uris: ['http://mirror.example/debian'],
      suites: ['bookworm', 'bookworm-updates'],
      components: ['main'],
      options: { 'signed-by': '/usr/share/keyrings/debian-archive-keyring.gpg' },
    });
  });

  it('ignores what is disabled or has sources only', () => {
    const off = DEB822.replace('Types: deb\n', 'Types: deb\nEnabled: no\n').replace(
      'Types: deb\nURIs: https',
      'Types: deb-src\nURIs: https',
    );
    expect(parseDeb822(off).map(({ suites }) => suites)).toEqual([['bookworm-security']]);
  });

  it('keeps a key that takes several lines', () => {
    const [source] = parseDeb822(
      `${DEB822.split('\n\n')[2]?.trimEnd()}\nSigned-By:\n -----BEGIN PGP-----\n .\n abc\n`,
    );
    expect(source?.options['signed-by']).toBe('\n -----BEGIN PGP-----\n .\n abc');
  });
});

describe('parseOneLine', () => {
  it('reads addresses, suites, components and options', () => {
    expect(parseOneLine(ONE_LINE).slice(0, 2)).toEqual([
      {
        uris: ['http://mirror.example/debian/'],
        suites: ['bookworm'],
        components: ['main', 'non-free-firmware'],
        options: {},
      },
      {
        uris: ['http://mirror.example/debian-security'],
        suites: ['bookworm-security'],
        components: ['main'],
        options: { Architectures: 'amd64', 'Signed-By': '/usr/share/keyrings/debian.gpg' },
      },
    ]);
  });
});

describe('debianSources', () => {
  it.each([
    ['deb822', parseDeb822(DEB822)],
    ['one line', parseOneLine(ONE_LINE)],
  ])("leaves out other vendors' sources (%s)", (_name, sources) => {
    const uris = debianSources(sources, 'bookworm').flatMap((source) => source.uris);
    expect(uris.map((uri) => uri.replace(/\/$/, ''))).toEqual([
      'http://mirror.example/debian',
      'http://mirror.example/debian-security',
    ]);
  });

  it('finds nothing for another codename, nor on a disc', () => {
    expect(debianSources(parseDeb822(DEB822), 'trixie')).toEqual([]);
    expect(debianSources(parseOneLine('deb cdrom:[Debian]/ bookworm main'), 'bookworm')).toEqual([]);
  });
});

describe('testingSource', () => {
  it("takes the machine's own mirror and key, and accepts an expired list", () => {
    const testing = testingSource(debianSources(parseDeb822(DEB822), 'bookworm'), 'bookworm');
    expect(renderSources(testing ? [testing] : [])).toBe(`Types: deb
URIs: http://mirror.example/debian
Suites: testing
Components: main
signed-by: /usr/share/keyrings/debian-archive-keyring.gpg
Check-Valid-Until: no
`);
  });

  it('does not exist without a source for the running system', () => {
    expect(testingSource(parseDeb822(DEB822), 'trixie')).toBeUndefined();
  });
});

it('newPackages tells what is added from what is upgraded', () => {
  const simulation = `Inst libc6 [2.36-9+deb12u9] (2.36-9+deb12u14 Debian:12.15/oldstable [amd64])
Inst runc (1.1.5+ds1-1+deb12u1 Debian:12.15/oldstable [amd64])
Inst docker.io (28.5.2+dfsg4-5 Debian:testing [amd64])
Conf runc (1.1.5+ds1-1+deb12u1 Debian:12.15/oldstable [amd64])`;
  expect(newPackages(simulation)).toEqual(['runc', 'docker.io']);
});

describe('findMirror', () => {
  const ONE_LINE =
    'deb http://a.example/debian trixie main\ndeb [arch=amd64] http://b.example/debian-security x main';

  it.each([
    [
      'one line each',
      parseOneLine(ONE_LINE),
      ['http://a.example/debian', 'http://b.example/debian-security'],
    ],
    [
      'stanzas',
      parseDeb822(DEB822),
      ['http://mirror.example/debian', 'http://mirror.example/debian-security'],
    ],
    [
      'without security updates of its own, and a slash at the end',
      parseDeb822('Types: deb\nURIs: https://c.example/debian/\n'),
      ['https://c.example/debian', 'https://c.example/debian-security'],
    ],
    [
      'not what is disabled',
      parseDeb822(
        'Types: deb\nURIs: http://no.example/debian\nEnabled: no\n\nTypes: deb\nURIs: http://si.example/debian\n',
      ),
      ['http://si.example/debian', 'http://si.example/debian-security'],
    ],
    [
      'the second address of a stanza, when the first is none of ours',
      parseDeb822('Types: deb\nURIs: cdrom:[Debian]/debian http://d.example/debian\n'),
      ['http://d.example/debian', 'http://d.example/debian-security'],
    ],
  ])('%s', (_, sources, [archive, security]) => {
    expect(findMirror(sources)).toEqual({ archive, security });
  });

  it('none where Debian is not named', () => {
    expect(findMirror(parseOneLine('deb https://vendor.example/node_20.x nodistro main'))).toBeUndefined();
  });
});

it('readSources takes the files that apt takes, each in its format', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dap-apt-'));
  try {
    expect(readSources(folder)).toEqual([]);
    mkdirSync(join(folder, 'sources.list.d'));
    writeFileSync(join(folder, 'sources.list'), 'deb http://uno.example/debian x main\n');
    writeFileSync(join(folder, 'sources.list.d/b.sources'), 'Types: deb\nURIs: http://tres.example/debian\n');
    writeFileSync(join(folder, 'sources.list.d/a.list'), 'deb http://dos.example/debian x main\n');
    writeFileSync(
      join(folder, 'sources.list.d/b.sources.viejo'),
      'Types: deb\nURIs: http://no.example/debian\n',
    );
    expect(readSources(folder).flatMap(({ uris }) => uris)).toEqual([
      'http://uno.example/debian',
      'http://dos.example/debian',
      'http://tres.example/debian',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
