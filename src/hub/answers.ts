import type { ServerResponse } from 'node:http';

const REALM = 'Bearer realm="https://auth.docker.io/token",service="registry.docker.io"';

/** Answers JSON with the headers of a registry. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    'docker-distribution-api-version': 'registry/2.0',
    ...headers,
  });
  response.end(text);
}

/** Answers one of the errors of the registry protocol. */
export function sendError(
  response: ServerResponse,
  status: number,
  code: string,
  message: string,
  detail: unknown = null,
  headers: Record<string, string> = {},
): void {
  sendJson(response, status, { errors: [{ code, message, detail }] }, headers);
}

/** Asks for a token. */
export function challenge(response: ServerResponse, scope?: string): void {
  const wanted = scope ? `,scope="${scope}"` : '';
  sendError(response, 401, 'UNAUTHORIZED', 'authentication required', null, {
    'www-authenticate': `${REALM}${wanted}`,
  });
}

/**
 * Says no to somebody with a token. Docker Hub answers the same for what does not exist and for what is somebody
 * else's, and `insufficient_scope` is what makes clients print «pull access denied for …».
 */
export function deny(response: ServerResponse, repository: string, action: string): void {
  const scope = `repository:${repository}:${action}`;
  sendError(
    response,
    401,
    'UNAUTHORIZED',
    'authentication required',
    [{ Type: 'repository', Class: '', Name: repository, Action: action }],
    { 'www-authenticate': `${REALM},scope="${scope}",error="insufficient_scope"` },
  );
}

/** Answers without a body. */
export function sendEmpty(
  response: ServerResponse,
  status: number,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    'content-length': '0',
    'docker-distribution-api-version': 'registry/2.0',
    ...headers,
  });
  response.end();
}
