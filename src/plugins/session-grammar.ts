/** The grammar of our sessions: the editor's own (.vscode/extensions), so that both colour them by one description. */
import { bundledLanguages, type LanguageRegistration } from 'shiki';
import grammar from '../../.vscode/extensions/sesion-docker-a-prueba/sesion.tmLanguage.json' with {
  type: 'json',
};

/** For Expressive Code: blocks of `console` are sessions, whose commands are shell. */
export const SESSION_HIGHLIGHTING = {
  langs: [bundledLanguages.shellscript, grammar as unknown as LanguageRegistration],
  langAlias: { console: grammar.name },
};
