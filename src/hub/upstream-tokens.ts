import type { HttpClient } from './http-client.ts';

/** Anonymous tokens for reading from a registry, one for each scope. */
export class UpstreamTokens {
  readonly #client: HttpClient;
  readonly #tokens = new Map<string, { token: string; until: number }>();

  constructor(client: HttpClient) {
    this.#client = client;
  }

  /** Header of a request for which there is a token. */
  header(scope: string): Record<string, string> {
    const known = this.#tokens.get(scope);
    return known && known.until > Date.now() ? { authorization: `Bearer ${known.token}` } : {};
  }

  /** Gets a token where a 401 says; `false` if there is none to get, or the one that we had was not enough. */
  async renew(scope: string, challenge: string | undefined): Promise<boolean> {
    const { realm, service, error } = readChallenge(challenge ?? '');
    if (!realm || error === 'insufficient_scope') return false;
    const url = new URL(realm);
    if (service) url.searchParams.set('service', service);
    url.searchParams.set('scope', scope);
    const response = await this.#client.get(url, {});
    let text = '';
    for await (const chunk of response) text += chunk;
    if (response.statusCode !== 200) return false;
    const answer = JSON.parse(text) as { token?: string; access_token?: string; expires_in?: number };
    const token = answer.token ?? answer.access_token;
    if (!token) return false;
    // A little less than it lasts: the request still has to arrive.
    this.#tokens.set(scope, { token, until: Date.now() + ((answer.expires_in ?? 60) - 5) * 1000 });
    return true;
  }
}

/** Parameters of a `Bearer` challenge. */
export function readChallenge(header: string): Record<string, string> {
  if (!/^Bearer /i.test(header)) return {};
  return Object.fromEntries([...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
}
