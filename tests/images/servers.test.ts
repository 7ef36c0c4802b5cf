import { contract, expect } from './contract.ts';

contract(
  'nginx:1.30',
  {
    env: [/^NGINX_VERSION=1\.30\./],
    entrypoint: ['/docker-entrypoint.sh'],
    cmd: ['nginx', '-g', 'daemon off;'],
    ports: ['80/tcp'],
    stop: 'SIGQUIT',
  },
  async ({ ok, until }) => {
    await ok('mkdir sitio plantillas && echo "$PWD" > sitio/index.html');
    await ok(
      `echo 'server { listen 81; return 200 "hola $NOMBRE desde $host"; }' > 'plantillas/otro.conf.template'`,
    );
    await ok(
      'docker run -d --name web -p 8080:80 -p 8081:81 -e NOMBRE=Ana -v ./sitio:/usr/share/nginx/html ' +
        '-v ./plantillas:/etc/nginx/templates nginx:1.30',
    );
    await until('curl -sf localhost:8080');
    // Templates become configuration with the variables that exist; those of nginx stay.
    expect(await ok('curl -s localhost:8081')).toBe('hola Ana desde localhost');
    expect(await ok('docker exec web cat /etc/nginx/conf.d/otro.conf')).toContain('hola Ana desde $host');
    const log = await ok('docker logs web 2>&1');
    expect(log).toContain('/docker-entrypoint.sh: Configuration complete; ready for start up');
    expect(log).toContain('"GET / HTTP/1.1" 200');
    expect(await ok('docker exec web id nginx')).toContain('uid=101(nginx) gid=101(nginx)');
    await ok('docker exec web curl -sf localhost');
    // It ends by itself, within the time that stop leaves, and without being killed.
    await ok('docker stop web');
    expect(await ok(`docker inspect --format '{{.State.ExitCode}}' web`)).toBe('0');
  },
);

contract(
  'httpd:2.4',
  {
    env: ['HTTPD_PREFIX=/usr/local/apache2', /^HTTPD_VERSION=2\.4\./],
    cmd: ['httpd-foreground'],
    ports: ['80/tcp'],
    workdir: '/usr/local/apache2',
    stop: 'SIGWINCH',
  },
  async ({ ok, until }) => {
    await ok('docker run -d --name web -p 8080:80 httpd:2.4');
    await until('curl -sf localhost:8080');
    expect(await ok('curl -s localhost:8080')).toContain('<h1>It works!</h1>');
    expect(await ok('docker logs web 2>/dev/null')).toContain('"GET / HTTP/1.1" 200');
    await ok('docker exec web test -f /usr/local/apache2/htdocs/index.html');
    await ok('docker exec web httpd -t');
    expect(await ok('docker run --rm httpd:2.4 htpasswd -Bbn ana secreto')).toMatch(/^ana:\$2y\$/);
    await ok('docker stop web');
    expect(await ok(`docker inspect --format '{{.State.ExitCode}}' web`)).toBe('0');
  },
);

contract(
  'redis:8',
  {
    env: [/^REDIS_VERSION=8\./],
    entrypoint: ['docker-entrypoint.sh'],
    cmd: ['redis-server'],
    ports: ['6379/tcp'],
    volumes: ['/data'],
    workdir: '/data',
  },
  async ({ ok, until }) => {
    await ok('docker network create red');
    await ok('docker run -d --name cache --network red redis:8 --appendonly yes');
    await until('docker exec cache redis-cli ping');
    // Another container may connect: protected mode is off.
    expect(await ok('docker run --rm --network red redis:8 redis-cli -h cache set clave valor')).toBe('OK');
    expect(await ok('docker exec cache stat -c %u /proc/1')).toBe('999');
    expect(await ok('docker exec cache ls /data')).toContain('appendonlydir');
    await ok('docker stop cache');
    expect(await ok(`docker inspect --format '{{.State.ExitCode}}' cache`)).toBe('0');
  },
);

contract(
  'registry:2',
  {
    entrypoint: ['/entrypoint.sh'],
    cmd: ['/etc/docker/registry/config.yml'],
    ports: ['5000/tcp'],
    volumes: ['/var/lib/registry'],
  },
  async ({ ok, until }) => {
    await ok('docker run -d --name registro -p 5000:5000 registry:2');
    await until('curl -sf localhost:5000/v2/');
    await ok('docker pull -q busybox:1.37 && docker tag busybox:1.37 localhost:5000/caja:1');
    await ok('docker push -q localhost:5000/caja:1 && docker rmi -f localhost:5000/caja:1');
    await ok('docker pull -q localhost:5000/caja:1');
    expect(await ok('curl -s localhost:5000/v2/_catalog')).toBe('{"repositories":["caja"]}');
    await ok('docker exec registro registry --version');
    await ok('docker exec registro registry garbage-collect --dry-run /etc/docker/registry/config.yml');
  },
);

contract(
  'docker:29-dind',
  {
    env: [/^DOCKER_VERSION=29\./, 'DOCKER_TLS_CERTDIR=/certs'],
    entrypoint: ['dockerd-entrypoint.sh'],
    ports: ['2375/tcp', '2376/tcp'],
    volumes: ['/var/lib/docker'],
  },
  async ({ ok, until }) => {
    await ok('docker network create red');
    await ok(
      'docker run -d --name motor --privileged --network red --network-alias docker -v certs:/certs docker:29-dind',
    );
    await until('docker exec motor docker info');
    // A client finds it by name, with the certificates that the engine made.
    const client =
      'docker run --rm --network red -v certs:/certs:ro --entrypoint docker-entrypoint.sh docker:29-dind';
    expect(await ok(`${client} docker version --format '{{.Server.Version}}'`)).toMatch(/^29\./);
    await ok(`${client} docker pull -q busybox:1.37`);
    await ok(`docker run -d --name abierto --privileged --network red -e DOCKER_TLS_CERTDIR= docker:29-dind`);
    await until('docker run --rm --network red docker:29-dind docker -H tcp://abierto:2375 info');
  },
);
