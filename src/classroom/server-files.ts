/** The files with which the teacher's machine serves the kit: pure texts. */
import type { HeaderRule } from '../config/headers.ts';

/** The images that serve, by the names that `docker load` gives them: others than those of the guide. */
export const SERVER_IMAGES = { registry: 'aula/registry:2', site: 'aula/nginx:1.30' } as const;

/**
 * The two services of a classroom. It never asks any registry for anything.
 * @param base path under which the site hangs, with a slash at both ends
 */
export function composeFile(base: string): string {
  return `# Sirve las imágenes y la guía a una clase sin Internet. Lee LEEME.md.
name: aula
services:
  registro:
    image: ${SERVER_IMAGES.registry}
    pull_policy: never
    restart: unless-stopped
    ports:
      - "\${PUERTO_REGISTRO:-5000}:5000"
    volumes:
      - ./servidor/registro.yml:/etc/docker/registry/config.yml:ro,z
      - ./registro:/var/lib/registry:ro,z
  sitio:
    image: ${SERVER_IMAGES.site}
    pull_policy: never
    restart: unless-stopped
    ports:
      - "\${PUERTO_SITIO:-8080}:80"
    volumes:
      - ./servidor/sitio.conf:/etc/nginx/conf.d/default.conf:ro,z
      - ./sitio:/usr/share/nginx/html${base.replace(/\/$/, '')}:ro,z
`;
}

/** Configuration of the registry: it only gives. */
export const REGISTRY_CONFIG = `version: 0.1
log:
  level: warn
  accesslog:
    disabled: true
storage:
  cache:
    blobdescriptor: inmemory
  filesystem:
    rootdirectory: /var/lib/registry
  maintenance:
    uploadpurging:
      enabled: false
    readonly:
      enabled: true
http:
  addr: :5000
  headers:
    X-Content-Type-Options: [nosniff]
`;

/**
 * Configuration of nginx for the site, with the headers that it is published with.
 * @param base path under which the site hangs, with a slash at both ends
 */
export function siteConfig(base: string, rules: readonly HeaderRule[]): string {
  const isForAll = ({ pattern }: HeaderRule) => pattern.test('/') && pattern.test('/x/y');
  const common = addHeaders(rules.filter(isForAll), '    ');
  const locations = rules
    .filter((rule) => !isForAll(rule))
    .map((rule) => {
      // nginx forgets the headers of the server in a location that has its own.
      const own = addHeaders([...rules.filter(isForAll), rule], '        ');
      return `    location ~ ${rule.pattern.source.replaceAll('\\/', '/')} {\n${own}    }\n`;
    });
  const front = base === '/' ? '' : `    location = / { return 302 ${base}; }\n`;
  return `server {
    listen 80;
    root /usr/share/nginx/html;
    index index.html;
    charset utf-8;
    # The class reaches this through another port than 80.
    absolute_redirect off;
    error_page 404 ${base}404.html;
    gzip on;
    gzip_types text/css text/javascript application/javascript application/json image/svg+xml text/xml;
${common}${front}${locations.join('')}}
`;
}

function addHeaders(rules: readonly HeaderRule[], indent: string): string {
  const headers = new Map(rules.flatMap((rule) => rule.headers));
  return [...headers]
    .map(([name, value]) => `${indent}add_header ${name} "${value.replaceAll('"', '\\"')}" always;\n`)
    .join('');
}
