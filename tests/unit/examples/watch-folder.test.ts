import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { folderWatch, type Watcher } from '../../../src/examples/watch-folder.ts';

it('a collection that is loaded again hears of each change once', () => {
  const watcher = Object.assign(new EventEmitter(), { add: () => {} }) satisfies Watcher;
  const watch = folderWatch();
  const heard: string[] = [];
  for (let time = 0; time < 3; time++) watch(watcher, '/guía/examples', (path) => heard.push(path));
  expect(watcher.listenerCount('all')).toBe(1);
  watcher.emit('all', 'change', '/guía/examples/redes/dns/sesion.console');
  watcher.emit('all', 'change', '/guía/examples-viejos/redes/dns/sesion.console');
  expect(heard).toEqual(['/guía/examples/redes/dns/sesion.console']);
});
