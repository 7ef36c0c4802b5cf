/** The working folder of an example as a `.zip`, whose bytes depend only on what is in it: pure. */
import { crc32 } from 'node:zlib';
import type { ReaderEntry } from './reader-folder.ts';

/** First of January of 1980, midnight: the first moment that the format can say. */
const DATE = 0x0021;
const VERSION = 20;
const MADE_ON_UNIX = 3 << 8;
const NAMES_IN_UTF8 = 0x0800;
const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END = 0x06054b50;
/** Bytes of each header before the name. */
const LOCAL_LENGTH = 30;
const CENTRAL_LENGTH = 46;
const END_LENGTH = 22;

/**
 * Nothing is compressed: the files are small, and another version of the compressor would write other bytes.
 * @param name of the folder that all is in
 */
export function zipFolder(name: string, entries: readonly ReaderEntry[]): Buffer {
  const members = [
    { path: `${name}/`, mode: 0o40755, bytes: Buffer.alloc(0) },
    ...entries.map(memberOf(name)),
  ];
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { path, mode, bytes } of members) {
    const common = commonFields(path, bytes);
    const local = Buffer.concat([u32(LOCAL_HEADER), common, Buffer.from(path), bytes]);
    central.push(
      Buffer.concat([
        ...[u32(CENTRAL_HEADER), u16(MADE_ON_UNIX | VERSION), common],
        // No comment, disk 0, no internal attributes.
        Buffer.alloc(6),
        ...[u32(mode * 0x10000), u32(offset), Buffer.from(path)],
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const count = u16(members.length);
  const end = [u32(END), Buffer.alloc(4), count, count, u32(directory.length), u32(offset), u16(0)];
  return Buffer.concat([...locals, directory, ...end]);
}

/**
 * What an archive made by `zipFolder` holds.
 * @throws Error when it is no such archive
 */
export function readZip(zip: Buffer): ReaderEntry[] {
  const end = zip.length - END_LENGTH;
  if (end < 0 || zip.readUInt32LE(end) !== END) throw new Error('no es un .zip de los que hace zipFolder');
  const entries: ReaderEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [size, nameLength] = [zip.readUInt32LE(at + 24), zip.readUInt16LE(at + 28)];
    const mode = zip.readUInt32LE(at + 38) >>> 16;
    const path = zip.toString('utf8', at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength);
    const from = zip.readUInt32LE(at + 42) + LOCAL_LENGTH + nameLength;
    const inside = path.slice(path.indexOf('/') + 1);
    if (inside) entries.push(entryOf(inside, mode, zip.subarray(from, from + size)));
    at += CENTRAL_LENGTH + nameLength;
  }
  return entries;
}

function entryOf(path: string, mode: number, bytes: Buffer): ReaderEntry {
  if (path.endsWith('/')) return { path: path.slice(0, -1), kind: 'folder' };
  if ((mode & 0o170000) === 0o120000) return { path, kind: 'link', target: bytes.toString() };
  return { path, kind: 'file', bytes, executable: (mode & 0o100) !== 0 };
}

function memberOf(name: string) {
  return (entry: ReaderEntry) => {
    const path = `${name}/${entry.path}`;
    if (entry.kind === 'folder') return { path: `${path}/`, mode: 0o40755, bytes: Buffer.alloc(0) };
    if (entry.kind === 'link') return { path, mode: 0o120777, bytes: Buffer.from(entry.target) };
    return { path, mode: entry.executable ? 0o100755 : 0o100644, bytes: entry.bytes };
  };
}

/** What the header of a member and its line of the directory say alike, up to the length of the extra field. */
function commonFields(path: string, bytes: Buffer): Buffer {
  const size = u32(bytes.length);
  const [version, flags, stored, time] = [VERSION, NAMES_IN_UTF8, 0, 0].map(u16) as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
  ];
  const length = u16(Buffer.byteLength(path));
  return Buffer.concat([
    ...[version, flags, stored, time, u16(DATE)],
    ...[u32(crc32(bytes)), size, size, length, u16(0)],
  ]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
