/** What the options of the programs that the guide types take. Only what the reading of their words needs. */

export interface Program {
  /** Letters of the short options that take a value. */
  short: string;
  /** Long options (with their dashes) that take a value after a blank. */
  long?: readonly string[];
  /** Options are whole words after one dash: `-br`, `-maxdepth 2`. */
  wholeWords?: true;
  /** Words before the command that it runs, if it runs one. */
  runsAfter?: number;
  /** Letters of the options that carry a program: not dropped. A shell's is read as commands. */
  carries?: string;
}

const SHELL: Program = { short: 'co', carries: 'c' };

export const PROGRAMS: Readonly<Record<string, Program>> = {
  sh: SHELL,
  bash: SHELL,
  su: { short: 'cs', carries: 'c' },
  unshare: {
    short: 'SGRw',
    long: ['--boottime', '--monotonic', '--root', '--wd', '--setuid', '--setgid', '--propagation'],
    runsAfter: 0,
  },
  nsenter: { short: 'tSG', long: ['--target', '--setuid', '--setgid'], runsAfter: 0 },
  setpriv: {
    short: '',
    long: [
      '--reuid',
      '--regid',
      '--groups',
      '--inh-caps',
      '--bounding-set',
      '--ambient-caps',
      '--securebits',
    ],
    runsAfter: 0,
  },
  chroot: { short: '', runsAfter: 1 },
  timeout: { short: 'sk', long: ['--signal', '--kill-after'], runsAfter: 1 },
  env: { short: 'uC', runsAfter: 0 },
  nice: { short: 'n', runsAfter: 0 },
  nohup: { short: '', runsAfter: 0 },
  setsid: { short: '', runsAfter: 0 },
  sudo: { short: 'ug', runsAfter: 0 },
  exec: { short: 'a', runsAfter: 0 },
  ip: { short: '', wholeWords: true, long: ['-n', '-netns'] },
  tc: { short: '', wholeWords: true },
  kill: { short: '', wholeWords: true, long: ['-s', '-n'] },
  pkill: { short: '', wholeWords: true, long: ['-P', '-u', '-g'] },
  nslookup: { short: '', wholeWords: true },
  openssl: { short: '', wholeWords: true },
  curl: {
    short: 'AbcCdDeEFHKmoPQrTuUwxXyYz',
    long: [
      '--unix-socket',
      '--cacert',
      '--cert',
      '--key',
      '--max-time',
      '--resolve',
      '--connect-to',
      '--retry',
    ],
  },
  wget: { short: 'OTtSPU' },
  ping: { short: 'cWwiIs' },
  mount: { short: 'ot', long: ['--bind', '--make-rshared'] },
  umount: { short: 't' },
  mknod: { short: 'm' },
  mkdir: { short: 'm' },
  runc: { short: 'b', long: ['--root', '--log', '--bundle'] },
  ctr: { short: 'an', long: ['--address', '--namespace'] },
  iptables: { short: 'ACDIPFLNXpsdijtm', long: ['--dport', '--sport', '--to-destination', '--ctstate'] },
  sysctl: { short: '' },
  nc: { short: 'pwseq' },
  httpd: { short: 'phcu' },
  'apt-get': { short: 'oct' },
  apk: { short: 'X' },
  npm: { short: '' },
  node: { short: 'erp', carries: 'ep' },
  python3: { short: 'cm', carries: 'c' },
  python: { short: 'cm', carries: 'c' },
  pip: { short: 'r', long: ['--root-user-action'] },
  go: { short: '', wholeWords: true, long: ['-o', '-ldflags', '-tags'] },
  'redis-cli': { short: 'hpan' },
  redis: { short: '', long: ['--appendonly', '--requirepass', '--port'] },
  'redis-server': { short: '', long: ['--appendonly', '--requirepass', '--port'] },
  psql: { short: 'UcdhpFf', carries: 'c' },
  pg_isready: { short: 'hUpd' },
  mariadb: { short: 'uheD' },
  tar: { short: 'fC', long: ['--exclude', '--directory'] },
  useradd: { short: 'usgGd' },
  usermod: { short: 'ugGds' },
  userdel: { short: '' },
  rm: { short: '' },
  cp: { short: '' },
  ln: { short: '' },
  chmod: { short: '' },
  chown: { short: '' },
  umask: { short: '' },
  time: { short: 'f', runsAfter: 0 },
};

/**
 * Programs that only give form to text or look at something: an option of theirs changes the output always, which
 * proves nothing of what the guide teaches.
 */
export const VIEWERS: ReadonlySet<string> = new Set(
  (
    '[ alias awk basename cat cd cmp column command cut date df diff dirname du echo export false file find fold free ' +
    'grep head hostname id ipcs jq ls lsns nproc od paste pgrep printf ps read readlink sed seq set sha256sum sleep sort ' +
    'ss stat tail tee test tr true type uname uniq wc xargs xxd'
  ).split(' '),
);
