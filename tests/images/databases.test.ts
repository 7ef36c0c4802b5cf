import { contract, expect, type Tools } from './contract.ts';

const GOSU = ['docker-entrypoint.sh'];

async function postgresBehaviour(version: string, { ok, fails, until }: Tools): Promise<void> {
  const image = `postgres:${version}`;
  expect(await fails(`docker run --rm ${image}`)).toContain(
    'Error: Database is uninitialized and superuser password is not specified.',
  );
  expect(await ok(`docker run --rm ${image} --version`)).toContain(`postgres (PostgreSQL) ${version}`);
  await ok(`mkdir guiones && echo 'CREATE TABLE nota (texto text);' > guiones/1.sql`);
  await ok(
    `echo 'echo "guion con $POSTGRES_DB"' > guiones/2.sh && echo nada > guiones/3.txt && printf secreto > clave`,
  );
  await ok(
    'docker run -d --name bd -e POSTGRES_USER=ana -e POSTGRES_DB=tienda -e POSTGRES_PASSWORD_FILE=/clave ' +
      `-v ./clave:/clave:ro -v ./guiones:/docker-entrypoint-initdb.d:ro -v datos:/var/lib/postgresql${version === '17' ? '/data' : ''} ${image}`,
  );
  // Over TCP: the server of the first start does not listen there.
  await until('docker exec bd pg_isready -h 127.0.0.1');
  const log = await ok('docker logs bd 2>&1');
  expect(log).toContain('running /docker-entrypoint-initdb.d/1.sql');
  expect(log).toContain('guion con tienda');
  expect(log).toContain('ignoring /docker-entrypoint-initdb.d/3.txt');
  expect(log).toContain('PostgreSQL init process complete; ready for start up.');
  await ok(`docker exec bd psql -U ana -d tienda -c "INSERT INTO nota VALUES ('hola')"`);
  expect(await ok('docker exec bd stat -c %u /proc/1')).toBe('999');
  // Others need the password, which is right.
  const client = `docker run --rm --network container:bd -e PGPASSWORD`;
  expect(
    await ok(
      `${client}=secreto ${image} psql -h $(docker exec bd hostname -i) -U ana -At tienda -c 'TABLE nota'`,
    ),
  ).toBe('hola');
  expect(
    await fails(
      `${client}=otra ${image} psql -h $(docker exec bd hostname -i) -U ana tienda -c 'TABLE nota'`,
    ),
  ).toContain('password authentication failed');
  await ok('docker stop bd');
  expect(await ok(`docker inspect --format '{{.State.ExitCode}}' bd`)).toBe('0');
  await ok('docker start bd');
  await until('docker exec bd pg_isready -h 127.0.0.1');
  expect(await ok('docker logs bd 2>&1')).toContain('Skipping initialization');
}

const POSTGRES = { entrypoint: GOSU, cmd: ['postgres'], ports: ['5432/tcp'], stop: 'SIGINT' };

contract(
  'postgres:17',
  {
    ...POSTGRES,
    env: ['PG_MAJOR=17', /^PG_VERSION=17\./, 'LANG=en_US.utf8', 'PGDATA=/var/lib/postgresql/data'],
    volumes: ['/var/lib/postgresql/data'],
  },
  (tools) => postgresBehaviour('17', tools),
);

contract(
  'postgres:18',
  {
    ...POSTGRES,
    env: ['PG_MAJOR=18', /^PG_VERSION=18\./, 'LANG=en_US.utf8', 'PGDATA=/var/lib/postgresql/18/docker'],
    volumes: ['/var/lib/postgresql'],
  },
  async (tools) => {
    // A mount where 17 had its data is refused instead of ignored.
    expect(
      await tools.fails(
        'docker run --rm -e POSTGRES_PASSWORD=x -v viejo:/var/lib/postgresql/data postgres:18',
      ),
    ).toContain('Error: in 18+, these Docker images are configured to store database data in a');
    await postgresBehaviour('18', tools);
  },
);

contract(
  'mariadb:11.8',
  {
    env: [/^MARIADB_VERSION=1:11\.8\./, 'LANG=C.UTF-8'],
    entrypoint: GOSU,
    cmd: ['mariadbd'],
    ports: ['3306/tcp'],
    volumes: ['/var/lib/mysql'],
  },
  async ({ ok, fails, until }) => {
    expect(await fails('docker run --rm mariadb:11.8')).toContain(
      'Database is uninitialized and password option is not specified',
    );
    await ok(`mkdir guiones && echo 'CREATE TABLE nota (texto text);' > guiones/1.sql`);
    await ok(
      'docker run -d --name bd -e MARIADB_ROOT_PASSWORD=raiz -e MARIADB_DATABASE=tienda -e MYSQL_USER=ana ' +
        '-e MARIADB_PASSWORD=secreto -v ./guiones:/docker-entrypoint-initdb.d:ro -v datos:/var/lib/mysql mariadb:11.8',
    );
    await until('docker exec bd healthcheck.sh --connect --innodb_initialized');
    expect(await ok('docker logs bd 2>&1')).toContain('MariaDB init process done. Ready for start up.');
    const query = (user: string, password: string, sql: string) =>
      `docker run --rm --network container:bd mariadb:11.8 mariadb -h 127.0.0.1 -u ${user} -p${password} -N -e "${sql}" tienda`;
    await ok(query('ana', 'secreto', `INSERT INTO nota VALUES ('hola')`));
    expect(await ok(query('root', 'raiz', 'SELECT * FROM nota'))).toBe('hola');
    expect(await fails(query('ana', 'otra', 'SELECT 1'))).toContain('Access denied');
    expect(await ok('docker exec bd stat -c %u /proc/1')).toBe('999');
    await ok('docker stop bd');
    expect(await ok(`docker inspect --format '{{.State.ExitCode}}' bd`)).toBe('0');
    await ok('docker start bd');
    await until('docker exec bd healthcheck.sh --connect');
    await ok('docker run -d --name otra -e MARIADB_RANDOM_ROOT_PASSWORD=1 mariadb:11.8');
    await until('docker logs otra 2>&1 | grep "GENERATED ROOT PASSWORD: "');
  },
);
