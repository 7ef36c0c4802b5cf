import { mark } from './identity.ts';
import type { Rule } from './rule.ts';

const FOLDER = /(?<=\/snapshots\/)\d+(?=\/(?:fs|work)\b)/g;

/** Folders of the layers in containerd's store: numbered as they come, so that what was pulled before counts. */
export const snapshots: Rule = {
  name: 'carpetas de las capas',
  apply: (text) => text.replace(FOLDER, (number) => mark('CAPA', number)),
};
