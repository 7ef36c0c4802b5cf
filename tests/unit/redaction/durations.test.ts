import { durations } from '../../../src/examples/redaction/durations.ts';
import { ruleTable } from './rule-table.ts';

ruleTable(durations, {
  'build step': { pair: ['#5 DONE 0.1s', '#5 DONE 12.4s'], same: true },
  ping: { pair: ['seq=0 ttl=64 time=0.087 ms', 'seq=0 ttl=64 time=0.3 ms'], same: true },
  'ping summary': {
    pair: ['round-trip min/avg/max = 0.1/0.1/0.1 ms', 'round-trip min/avg/max = 0.2/0.3/0.9 ms'],
    same: true,
  },
  'time of bash': { pair: ['real\t0m10.9s', 'real\t0m0.19s'], same: true },
  'how long curl tried': {
    pair: [
      'Failed to connect to localhost port 80 after 0 ms',
      'Failed to connect to localhost port 80 after 12 ms',
    ],
    same: true,
  },
  'ttl is kept': { pair: ['ttl=64 time=0.1 ms', 'ttl=63 time=0.1 ms'], same: false },
  'dd of GNU': {
    pair: [
      '1048576 bytes (1.0 MB, 1.0 MiB) copied, 0.000812 s, 1.3 GB/s',
      '1048576 bytes (1.0 MB, 1.0 MiB) copied, 0.0104 s, 101 MB/s',
    ],
    same: true,
  },
  'dd of BusyBox': {
    pair: [
      '1048576 bytes (1.0MB) copied, 0.000456 seconds, 2.1GB/s',
      '1048576 bytes (1.0MB) copied, 0.010456 seconds, 95.6MB/s',
    ],
    same: true,
  },
  'what dd copied is kept': {
    pair: ['1048576 bytes copied, 0.1 s, 1 GB/s', '2048 bytes copied, 0.1 s, 1 GB/s'],
    same: false,
  },
  npm: { pair: ['added 1 package in 288ms', 'added 1 package in 2s'], same: true },
  'a setting is no duration': { pair: ['"Interval": "30s"', '"Interval": "10s"'], same: false },
  'nor in the words of a service': {
    pair: ['Interval: 30s, timeout=5s, every 10s', 'Interval: 10s, timeout=3s, every 20s'],
    same: false,
  },
  'the limit that the author set': {
    typed: 'timeout: 3',
    pair: ['timed out after 3 seconds', 'timed out after 5 seconds'],
    same: false,
  },
  'one that nobody set': {
    typed: 'timeout: 30',
    pair: ['done in 4 seconds', 'done in 5 seconds'],
    same: true,
  },
  'nor is one alone': { pair: ['30s', '10s'], same: false },
  'nor one with decimals that the author wrote': {
    typed: 'interval: 1.5s',
    pair: ['1.5s', '2.5s'],
    same: false,
  },
});
