/** Prints, as JSON, every tag that the hub's store has and what is known of it: `{ "library/nginx:1.30": {…} }`. */
import { Store, type TagRecord } from './store.ts';

const store = new Store('/registro');
const status: Record<string, TagRecord> = {};
for (const repository of await store.listRepositories()) {
  for (const tag of (await store.listTags(repository)) ?? []) {
    const record = await store.readTag(repository, tag);
    if (record) status[`${repository}:${tag}`] = record;
  }
}
process.stdout.write(JSON.stringify(status));
