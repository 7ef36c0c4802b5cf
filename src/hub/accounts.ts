import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a request may do with a repository. */
export type Action = 'pull' | 'push';

/** Accounts that examples may log in with. They guard nothing: every sandbox has a hub of its own. */
export const ACCOUNTS: Readonly<Record<string, string>> = { usuario: 'secreto', ana: 'secreto' };

const SECONDS = 300;

/** Issues and reads the tokens of a hub. They are signed with a key that dies with it. */
export class Tokens {
  readonly #key = randomBytes(32);

  /** A token for an account, or for nobody in particular. */
  issue(account: string | undefined): {
    token: string;
    access_token: string;
    expires_in: number;
    issued_at: string;
  } {
    const payload = Buffer.from(JSON.stringify({ account, until: Date.now() + SECONDS * 1000 })).toString(
      'base64url',
    );
    const token = `${payload}.${this.#sign(payload)}`;
    return { token, access_token: token, expires_in: SECONDS, issued_at: new Date().toISOString() };
  }

  /** Who presents an `Authorization` header; `undefined` if it is not a token of ours that still counts. */
  read(authorization: string | undefined): { account?: string } | undefined {
    const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
    const [payload, signature] = token?.split('.') ?? [];
    if (!payload || !signature || !this.#matches(payload, signature)) return undefined;
    const { account, until } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {
      account?: string;
      until: number;
    };
    if (until < Date.now()) return undefined;
    return account === undefined ? {} : { account };
  }

  #sign(payload: string): string {
    return createHmac('sha256', this.#key).update(payload).digest('base64url');
  }

  #matches(payload: string, signature: string): boolean {
    const expected = Buffer.from(this.#sign(payload));
    const given = Buffer.from(signature);
    return expected.length === given.length && timingSafeEqual(expected, given);
  }
}

/** The account of a `Basic` header: a name, `undefined` without header, `'wrong'` if the password is not right. */
export function basicAccount(authorization: string | undefined): { name?: string } | 'wrong' {
  const encoded = /^Basic (.+)$/i.exec(authorization ?? '')?.[1];
  if (!encoded) return {};
  const [name = '', ...password] = Buffer.from(encoded, 'base64').toString().split(':');
  return checkPassword(name, password.join(':')) ? { name } : 'wrong';
}

/** Whether that is the password of the account. */
export function checkPassword(name: string, password: string): boolean {
  return Object.hasOwn(ACCOUNTS, name) && ACCOUNTS[name] === password;
}

/**
 * Docker Hub's rules, on names: everybody pulls public repositories, only its owner pulls a private one
 * (here those whose name starts with `priva`) and pushes to those of their account.
 */
export function isAllowed(account: string | undefined, repository: string, action: Action): boolean {
  const [owner, name = ''] = repository.split('/');
  if (account !== undefined && owner === account) return true;
  return action === 'pull' && !name.startsWith('priva');
}
