import { lookup } from 'node:dns';
import { readdirSync, readFileSync } from 'node:fs';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';

const LOCAL_CERTIFICATES = '/usr/local/share/ca-certificates';
const MAX_REDIRECTS = 5;

/** Fetches from the registry behind the hub. */
export class HttpClient {
  readonly #addresses: Readonly<Record<string, string>>;
  readonly #timeout: number;
  readonly #authorities = [...rootCertificates, ...localCertificates()];

  /**
   * @param addresses where some names really are: inside the hub, those of Docker Hub are the hub's own
   * @param timeout most milliseconds without a byte from the other side
   */
  constructor(addresses: Readonly<Record<string, string>>, timeout: number) {
    this.#addresses = addresses;
    this.#timeout = timeout;
  }

  /** The answer to a GET, after following redirections. */
  async get(url: URL, headers: Record<string, string>, redirects = MAX_REDIRECTS): Promise<IncomingMessage> {
    const response = await this.#once(url, headers);
    const { statusCode = 0, headers: answered } = response;
    if (statusCode < 300 || statusCode >= 400 || !answered.location) return response;
    response.resume();
    if (redirects === 0) throw new Error(`Demasiadas redirecciones: ${url}`);
    const next = new URL(answered.location, url);
    // A token is for the registry only; where the bytes are stored has its own signed address.
    const { authorization, ...others } = headers;
    return this.get(next, next.host === url.host ? headers : others, redirects - 1);
  }

  #once(url: URL, headers: Record<string, string>): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const options = { headers, timeout: this.#timeout, lookup: this.#lookup, ca: this.#authorities };
      const call = url.protocol === 'https:' ? requestHttps(url, options) : requestHttp(url, options);
      call.on('timeout', () => call.destroy(new Error('tiempo de espera agotado')));
      call.on('error', reject);
      call.on('response', (response) => {
        response.setTimeout(this.#timeout, () => response.destroy(new Error('tiempo de espera agotado')));
        resolve(response);
      });
      call.end();
    });
  }

  readonly #lookup: LookupFunction = (hostname, options, callback) => {
    const address = this.#addresses[hostname];
    if (!address) return lookup(hostname, options, callback);
    const family = isIP(address);
    if (options.all) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };
}

/** Certificates that this machine trusts besides the usual ones: it is behind a proxy that opens TLS. */
function localCertificates(): string[] {
  try {
    return readdirSync(LOCAL_CERTIFICATES)
      .filter((name) => name.endsWith('.crt'))
      .map((name) => readFileSync(join(LOCAL_CERTIFICATES, name), 'utf8'));
  } catch {
    return [];
  }
}
