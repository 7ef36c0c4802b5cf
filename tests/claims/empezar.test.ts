/** Claims of the topic «Empezar», each proved on a fresh engine. */
import { claim, expect, type Run } from '../support/claim.ts';
import { ownAddress, SLEEP } from '../support/networks.ts';

/** Writes a file in the sandbox's current folder. */
function write(run: Run, path: string, text: string): Promise<string> {
  return run.ok(`cat > ${path} <<'FIN'\n${text}\nFIN`);
}

claim('ejemplo-en-motor-nuevo', { proves: [] }, async ({ run }) => {
  const lists = ['docker ps -aq', 'docker images -aq', 'docker volume ls -q'];
  for (const list of lists) expect(await run.ok(list)).toBe('');
  await run.ok(`docker run -d -v notas:/notas ${SLEEP}`);
  for (const list of lists) expect(await run.ok(list)).not.toBe('');
});

claim('run-sale-con-el-codigo-del-programa', { proves: [] }, async ({ run }) => {
  for (const code of [0, 7, 42])
    expect((await run(`docker run --rm busybox:1.37 sh -c 'exit ${code}'`)).exitCode).toBe(code);
});

claim('codigos-125-126-127', { proves: [] }, async ({ run }) => {
  const codeOf = async (rest: string) => (await run(`docker run --rm ${rest}`)).exitCode;
  await run.ok(`docker run -d --name caja ${SLEEP}`);
  for (const failure of ['--opcion-inventada busybox:1.37 true', '--name caja busybox:1.37 true'])
    expect(await codeOf(failure)).toBe(125);
  expect(await codeOf('busybox:1.37 /etc/passwd')).toBe(126);
  expect(await codeOf('busybox:1.37 programa-inventado')).toBe(127);
});

claim('codigos-con-excepciones', { proves: [] }, async ({ run }) => {
  const codeOf = async (rest: string) => (await run(`docker run --rm ${rest}`)).exitCode;
  // A file that may be executed and is no program, and one whose interpreter is not there.
  await run.ok(`printf hola > texto && printf '#!/no/existe\\n' > guion && chmod +x texto guion`);
  for (const file of ['texto', 'guion'])
    expect(await codeOf(`-v ./${file}:/${file} busybox:1.37 /${file}`)).toBe(255);
  // The client reads the code off the text of the error: «no such file or directory».
  expect(await codeOf('--device /dev/no-existe busybox:1.37 true')).toBe(127);
  // And a program may end with any of them by itself.
  expect(await codeOf(`busybox:1.37 sh -c 'exit 125'`)).toBe(125);
});

claim('id-corto-es-el-principio', { proves: [] }, async ({ run }) => {
  const [long = ''] = (await run.ok(`docker run -d -q ${SLEEP}`)).split('\n').slice(-1);
  expect(long).toMatch(/^[0-9a-f]{64}$/);
  expect(await run.ok('docker ps -q')).toBe(long.slice(0, 12));
});

claim('imagen-no-cambia', { proves: [] }, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37');
  // What the image holds, read from the disk each time: its layers and its configuration, not the hashes on record.
  const content = async (image: string) => {
    await run.ok(`rm -rf leida && mkdir leida && docker save ${image} | tar -xC leida`);
    return run.ok(
      'cd leida && find . -type f ! -name "*.json" ! -name repositories | sort | xargs sha256sum; cd ..',
    );
  };
  const before = await content('busybox:1.37');
  await run.ok(`docker run --name torpe busybox:1.37 sh -c 'rm /bin/vi; touch /nuevo'`);
  expect(await content('busybox:1.37')).toBe(before);
  await run.ok(`docker run --rm busybox:1.37 sh -c 'test -e /bin/vi && ! test -e /nuevo'`);
  // What the container changed is another image, and only if somebody asks for it.
  await run.ok('docker commit torpe otra:1');
  expect(await content('otra:1')).not.toBe(before);
  expect((await run('docker run --rm otra:1 test -e /bin/vi')).exitCode).toBe(1);
});

claim('dos-versiones-a-la-vez', { proves: [] }, async ({ run }) => {
  expect((await run('command -v postgres')).exitCode).toBe(1);
  for (const version of [17, 18]) {
    await run.ok(`docker run -d --name bd${version} -e POSTGRES_PASSWORD=x postgres:${version}`);
  }
  for (const version of [17, 18]) {
    await run.until(`docker exec bd${version} pg_isready -h 127.0.0.1`, 60_000);
    const answer = await run.ok(`docker exec bd${version} psql -U postgres -Atc 'SHOW server_version_num'`);
    expect(answer.slice(0, 2)).toBe(String(version));
  }
});

claim('construir-dos-veces-no-es-igual', { proves: [] }, async ({ run }) => {
  const build = async (step: string, options = '') => {
    await write(run, 'Dockerfile', `FROM busybox:1.37\n${step}`);
    return run.ok(`docker build -q --no-cache ${options} .`);
  };
  await run.ok('echo uno > texto');
  for (const step of ['RUN touch /archivo', 'COPY texto /texto', 'CMD ["true"]'])
    expect(await build(step)).not.toBe(await build(step));
  // It is the dates: with those of the image fixed, and without the note of when it was built, it is the same image.
  const fixed = '--provenance=false --build-arg SOURCE_DATE_EPOCH=0';
  expect(await build('COPY texto /texto', fixed)).toBe(await build('COPY texto /texto', fixed));
});

claim('etiqueta-cambia-de-imagen', { proves: [] }, async ({ run }) => {
  const ids = [];
  for (const text of ['uno', 'dos']) {
    await run.ok(`printf 'FROM busybox:1.37\\nRUN echo ${text} > /t\\n' | docker build -q -t app:1 -`);
    ids.push(await run.ok('docker image inspect -f {{.Id}} app:1'));
  }
  expect(ids[0]).not.toBe(ids[1]);
  expect(await run.ok('docker run --rm app:1 cat /t')).toBe('dos');
});

claim('nombre-fijo-no-escala', { proves: [] }, async ({ run }) => {
  await write(
    run,
    'compose.yaml',
    'name: p\nservices:\n  libre: { image: "busybox:1.37", command: sleep infinity }\n' +
      '  fijo: { image: "busybox:1.37", command: sleep infinity, container_name: unico }',
  );
  await run.ok('docker compose up -d --scale libre=2');
  expect(await run.ok('docker compose ps -q libre | wc -l')).toBe('2');
  const scaling = await run('docker compose up -d --scale fijo=2');
  expect(scaling.exitCode).not.toBe(0);
  expect(scaling.output).toContain('Remove the custom name to scale');
});

claim('no-existe-mover', { proves: [] }, async ({ run }) => {
  for (const help of ['docker --help', 'docker container --help']) {
    const text = await run.ok(help);
    expect(text).toMatch(/^\s+rename\b/m);
    expect(text).not.toMatch(/^\s+(?:move|mv|migrate)\b/m);
  }
});

claim('sqlite-sin-servidor', { proves: [] }, async ({ run }) => {
  const program =
    'import sqlite3; c = sqlite3.connect("a.db"); c.execute("create table t as select 42 x"); print(*c.execute("select x from t").fetchone(), sum(n.isdigit() for n in __import__("os").listdir("/proc")))';
  const answer = await run.ok(
    `docker run -q --rm --network none python:3.13-slim-trixie python -c '${program}'`,
  );
  // The answer, and how many processes there were: the program's own.
  expect(answer).toBe('42 1');
  // A database that is a server answers nobody in those conditions.
  const other = await run('docker run -q --rm --network none redis:8 redis-cli incr visitas');
  expect(other.output).toContain('Connection refused');
});

claim('servidor-espera', { proves: [] }, async ({ run }) => {
  await run.ok('docker run -d --name web -p 8080:80 nginx:1.30');
  await run.until('docker exec web test -s /run/nginx.pid && sleep 1');
  // How many times its processes have run: each is one more when it has something to do.
  const turns = async () => {
    const pids = (await run.ok('docker top web -eo pid | tail -n +2')).split(/\s+/);
    const files = pids.map((pid) => `/proc/${pid}/status`).join(' ');
    const lines = await run.ok(`grep -h ^voluntary_ctxt_switches ${files}`);
    return lines.split('\n').reduce((sum, line) => sum + Number(line.split(/\s+/)[1]), 0);
  };
  const started = await turns();
  expect(started).toBeGreaterThan(0);
  await run.ok('sleep 2');
  expect(await turns()).toBe(started);
  await run.ok('curl -sf http://localhost:8080');
  expect(await turns()).toBeGreaterThan(started);
  expect(await run.ok('docker logs web 2>/dev/null | grep -c GET')).toBe('1');
});

claim('datos-sobreviven-al-backend', { proves: [] }, async ({ run }) => {
  await run.ok('docker network create visor && docker run -d --name datos --network visor redis:8');
  await run.until('docker exec datos redis-cli ping');
  const backend = `docker run --rm --network visor redis:8 redis-cli -h datos incr visitas`;
  expect(await run.ok(backend)).toBe('1');
  expect(await run.ok(backend)).toBe('2');
  // One that counts in itself starts again each time.
  const forgetful = `docker run --rm redis:8 sh -c 'echo visita >> /visitas; wc -l < /visitas'`;
  expect(await run.ok(forgetful)).toBe('1');
  expect(await run.ok(forgetful)).toBe('1');
});

claim('base-nueva-empieza-vacia', { proves: [] }, async ({ run }) => {
  const start = async (options: string) => {
    await run.ok(`docker run -d --name datos ${options} redis:8 --appendonly yes`);
    await run.until('docker exec datos redis-cli ping');
  };
  const note = () => run.ok('docker exec datos redis-cli get nota');
  for (const [options, left] of [
    ['', ''],
    ['-v datos:/data', 'revisar'],
  ] as const) {
    await start(options);
    await run.ok('docker exec datos redis-cli set nota revisar && docker restart datos');
    await run.until('docker exec datos redis-cli ping');
    expect(await note()).toBe('revisar');
    await run.ok('docker rm -f datos');
    await start(options);
    expect(await note()).toBe(left);
    await run.ok('docker rm -f datos');
  }
});

claim('puerto-sin-nadie-rechaza', { proves: [] }, async ({ run }) => {
  const visit = 'curl -sS -m 3 http://127.0.0.1:8000/hostname';
  const refused = await run(visit);
  expect(refused.exitCode).toBe(7);
  expect(refused.ms).toBeLessThan(1000);
  await run.ok('docker run -d --network host busybox:1.37 httpd -f -p 8000 -h /etc');
  await run.until(visit);
  // What a firewall does is another thing: nobody answers, and one waits.
  await run.ok('iptables -A INPUT -p tcp --dport 8000 -j DROP');
  const dropped = await run(visit);
  expect(dropped.exitCode).toBe(28);
  expect(dropped.ms).toBeGreaterThan(2500);
});

claim('bucle-no-sale', { proves: [] }, async ({ run }) => {
  for (const place of ['127.0.0.1:8000', '0.0.0.0:8001']) {
    await run.ok(`docker run -d --network host busybox:1.37 httpd -f -p ${place} -h /etc`);
    await run.until(`curl -sf http://${place}/hostname`);
  }
  const own = await ownAddress(run);
  expect((await run(`curl -s http://${own}:8000/hostname`)).exitCode).toBe(7);
  expect(await run.ok(`curl -s http://${own}:8001/hostname`)).toBe('docker');
});

claim('mismo-puerto-otra-direccion', { proves: [] }, async ({ run }) => {
  for (const address of ['127.0.0.1', await ownAddress(run)]) {
    await run.ok(`docker run -d --network host busybox:1.37 httpd -f -p ${address}:8000 -h /etc`);
    await run.until(`curl -sf http://${address}:8000/hostname`);
  }
  const third = await run('docker run --rm --network host busybox:1.37 httpd -f -p 127.0.0.1:8000');
  expect(third.output).toContain('Address already in use');
});

claim('puerto-bajo-en-contenedor', { proves: [] }, async ({ run }) => {
  await run.ok('sysctl -w net.ipv4.ip_unprivileged_port_start=1024');
  const outside = await run('docker run --rm -u 1000 --network host busybox:1.37 httpd -f -p 80');
  expect(outside.exitCode).toBe(1);
  expect(outside.output).toContain('Permission denied');
  await run.ok('docker run -d --name corriente -u 1000 busybox:1.37 httpd -f -p 80 -h /etc');
  await run.until('docker exec corriente wget -qO- http://127.0.0.1:80/hostname');
  expect(await run.ok('docker exec corriente id -u')).toBe('1000');
  // It is Docker that lifts the reserve: with it, the container is as the machine.
  const reserved = await run(
    'docker run --rm -u 1000 --sysctl net.ipv4.ip_unprivileged_port_start=1024 busybox:1.37 httpd -f -p 80',
  );
  expect(reserved.output).toContain('Permission denied');
});

claim('node-sin-document', { proves: [] }, async ({ run }) => {
  const node = 'docker run -q --rm node:24-trixie-slim';
  expect(await run.ok(`${node} -p 'typeof document'`)).toBe('undefined');
  expect(await run.ok(`${node} -p 'typeof require("node:fs").readFileSync'`)).toBe('function');
});

claim('npm-viene-con-node', { proves: [] }, async ({ run }) => {
  expect(await run.ok('docker run -q --rm node:24-trixie-slim npm --version')).toMatch(/^\d+\.\d+\.\d+$/m);
});

claim('falta-paquete-se-instala', { proves: [], requires: ['online'] }, async ({ run }) => {
  await write(run, 'app.js', `console.log(require('ms')('1s'));`);
  await run.ok(`echo '{}' > package.json`);
  const node = 'docker run -q --rm -v ./:/app -w /app node:24-trixie-slim';
  const before = await run(`${node} app.js`);
  expect(before.exitCode).toBe(1);
  expect(before.output).toContain('MODULE_NOT_FOUND');
  await run.ok(`${node} npm install ms@2.1.3`);
  expect(await run.ok(`${node} app.js`)).toBe('1000');
});

claim('contenedor-no-hereda-entorno', { proves: [] }, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37 && export SALA=3');
  expect(await run.ok('docker run --rm busybox:1.37 env')).not.toContain('SALA');
  expect(await run.ok('env')).toMatch(/^SALA=3$/m);
  expect(await run.ok('docker run --rm -e SALA busybox:1.37 env')).toMatch(/^SALA=3$/m);
});

claim('e-a-secas-copia', { proves: [] }, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37 && export SALA=3 && OTRA=4');
  const env = await run.ok('docker run --rm -e SALA -e OTRA busybox:1.37 env');
  expect(env).toMatch(/^SALA=3$/m);
  expect(env).not.toContain('OTRA');
});

claim('entorno-fijo-al-crear', { proves: [] }, async ({ run }) => {
  await run.ok(`export SALA=3 && docker run -d --name visor -e SALA ${SLEEP}`);
  await run.ok('export SALA=8 && docker restart -t 0 visor');
  expect(await run.ok(`docker exec visor sh -c 'echo $SALA'`)).toBe('3');
  await run.ok(`docker rm -f visor && docker run -d --name visor -e SALA ${SLEEP}`);
  expect(await run.ok(`docker exec visor sh -c 'echo $SALA'`)).toBe('8');
});

claim('entorno-a-la-vista', { proves: [] }, async ({ run }) => {
  await run.ok(`docker run -d --name visor -e CLAVE=secreta ${SLEEP}`);
  await run.ok('useradd -m ana');
  const look = `su ana -c "docker inspect -f '{{json .Config.Env}}' visor"`;
  expect((await run(look)).output).toContain('permission denied');
  await run.ok('usermod -aG docker ana');
  expect(await run.ok(look)).toContain('CLAVE=secreta');
});

claim('cliente-sin-servidor', { proves: [] }, async ({ run }) => {
  const offline = 'docker -H unix:///run/apagado.sock';
  await run.ok(`${offline} --version`);
  const list = await run(`${offline} ps`);
  expect(list.exitCode).toBe(1);
  expect(list.output).toContain('failed to connect to the docker API');
  await run.ok('docker ps');
});

claim('grupo-docker-lee-todo', { proves: [] }, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37 && useradd -m ana');
  expect((await run(`su ana -c 'docker ps'`)).output).toContain('permission denied');
  await run.ok('usermod -aG docker ana');
  expect((await run(`su ana -c 'cat /etc/shadow'`)).exitCode).toBe(1);
  expect(await run.ok(`su ana -c 'docker run --rm -v /:/todo busybox:1.37 cat /todo/etc/shadow'`)).toContain(
    'root:',
  );
  await run.ok(`su ana -c 'docker run --rm -v /:/todo busybox:1.37 touch /todo/root/ana-estuvo-aqui'`);
  await run.ok('test -O /root/ana-estuvo-aqui');
});

claim('run-sin-p-no-publica', { proves: [] }, async ({ run }) => {
  await run.ok('docker run -d --name web nginx:1.30');
  await run.until('docker exec web curl -sf http://localhost');
  expect(await run.ok('docker port web')).toBe('');
  expect((await run('curl -s http://localhost:80')).exitCode).toBe(7);
  await run.ok('docker run -d -p 80:80 nginx:1.30');
  await run.until('curl -sf http://localhost:80');
});

claim('cli-muere-contenedor-sigue', { proves: [] }, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37');
  const client = await run(`timeout -s KILL 3 docker run --name caja ${SLEEP}`);
  expect(client.exitCode).toBe(137);
  expect(await run.ok('docker inspect -f {{.State.Status}} caja')).toBe('running');
});

claim('cambios-hasta-rm', { proves: [] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${SLEEP} && docker exec caja touch /huella`);
  await run.ok('docker stop -t 0 caja && docker start caja && docker restart -t 0 caja');
  await run.ok('docker exec caja ls /huella');
  await run.ok(`docker rm -f caja && docker run -d --name caja ${SLEEP}`);
  expect((await run('docker exec caja ls /huella')).exitCode).toBe(1);
});

const SERVER = `require('http').createServer((q, r) => r.end('ok')).listen(3000, () => console.log('listo'))`;

claim('sin-manejador-137', { proves: [] }, async ({ run }) => {
  await run.ok(`docker run -d -q --name mudo node:24-trixie-slim -e "${SERVER}"`);
  await run.until('docker logs mudo | grep listo');
  const stop = await run('docker stop -t 2 mudo');
  expect(stop.ms).toBeGreaterThan(1900);
  expect(await run.ok('docker inspect -f {{.State.ExitCode}} mudo')).toBe('137');
});

claim('con-manejador-0', { proves: [] }, async ({ run }) => {
  const program = `const s = ${SERVER}; process.on('SIGTERM', () => s.close(() => process.exit(0)))`;
  await run.ok(`docker run -d -q --name cortes node:24-trixie-slim -e "${program}"`);
  await run.until('docker logs cortes | grep listo');
  expect((await run('docker stop -t 30 cortes')).ms).toBeLessThan(15_000);
  expect(await run.ok('docker inspect -f {{.State.ExitCode}} cortes')).toBe('0');
});

claim('imagen-es-copia', { proves: [] }, async ({ run }) => {
  await run.ok('echo uno > texto');
  await write(run, 'Dockerfile', 'FROM busybox:1.37\nCOPY texto /texto\nCMD ["cat", "/texto"]');
  await run.ok('docker build -q -t copia . && echo dos > texto');
  expect(await run.ok('docker run --rm copia')).toBe('uno');
  await run.ok('docker build -q -t copia .');
  expect(await run.ok('docker run --rm copia')).toBe('dos');
});

claim('lo-estable-primero', { proves: [] }, async ({ run }) => {
  await run.ok('mkdir app && cd app && echo dep > dependencias && echo 1 > codigo');
  const recipes = {
    estable: 'COPY dependencias /\nRUN date +%s%N > /instalado\nCOPY codigo /',
    junto: 'COPY . /\nRUN date +%s%N > /instalado',
  };
  const installed = async (recipe: keyof typeof recipes) => {
    await write(run, `../${recipe}`, `FROM busybox:1.37\n${recipes[recipe]}`);
    await run.ok(`docker build -q -t app -f ../${recipe} .`);
    return (await run.ok('docker run --rm app cat /instalado /codigo')).split('\n');
  };
  const before = { estable: await installed('estable'), junto: await installed('junto') };
  await run.ok('echo 2 > codigo');
  const after = { estable: await installed('estable'), junto: await installed('junto') };
  expect([after.estable[1], after.junto[1]]).toEqual(['2', '2']);
  expect(after.estable[0]).toBe(before.estable[0]);
  expect(after.junto[0]).not.toBe(before.junto[0]);
});

claim('build-es-buildx', { proves: [] }, async ({ run }) => {
  expect(await run.ok('docker build --help | head -1')).toMatch(/^Usage:\s+docker buildx build/);
});

claim('push-un-argumento', { proves: [] }, async ({ run }) => {
  for (const words of ['', 'uno otro/dos']) {
    const push = await run(`docker push ${words}`);
    expect(push.exitCode).toBe(1);
    expect(push.output).toContain(`'docker push' requires 1 argument`);
  }
  expect((await run('docker push uno')).output).not.toContain('requires 1 argument');
});

claim('sin-registro-es-docker-hub', { proves: [] }, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37');
  for (const [name, place] of [
    ['aviso', 'docker.io/library/aviso'],
    ['ana/aviso', 'docker.io/ana/aviso'],
    ['registro.example:5000/aviso', 'registro.example:5000/aviso'],
  ]) {
    const push = await run(`docker tag busybox:1.37 ${name}:1.0 && docker push ${name}:1.0`);
    expect(push.exitCode).toBe(1);
    expect(push.output).toContain(`The push refers to repository [${place}]`);
  }
});

/** Starts a registry on localhost:5000 and waits for it. */
async function startRegistry(run: Run): Promise<void> {
  await run.ok('docker run -d -q --name registro -p 127.0.0.1:5000:5000 registry:2');
  await run.until('curl -sf http://localhost:5000/v2/');
}

claim('solo-viaja-lo-nuevo', { proves: [] }, async ({ run }) => {
  await startRegistry(run);
  const push = async (version: string) => {
    const image = `localhost:5000/app:${version}`;
    await run.ok(`printf 'FROM busybox:1.37\\nRUN echo ${version} > /v\\n' | docker build -q -t ${image} -`);
    return run.ok(`docker push ${image}`);
  };
  // What the registry itself says that it was sent, piece by piece.
  const received = async () => {
    const log = await run.ok('docker logs registro 2> /dev/null');
    return [...log.matchAll(/"PUT \/v2\/app\/blobs\/uploads\/\S*digest=(\S+) /g)].map(([, digest]) => digest);
  };
  expect(await push('1')).not.toContain('already exists');
  const first = await received();
  expect(first.length).toBeGreaterThanOrEqual(3);
  expect(await push('2')).toMatch(/: Layer already exists$/m);
  const all = await received();
  // Its own layer and its configuration did travel, and nothing did twice.
  expect(all.length).toBeGreaterThanOrEqual(first.length + 2);
  expect(new Set(all).size).toBe(all.length);
});

claim('run-usa-la-local', { proves: [] }, async ({ run }) => {
  await startRegistry(run);
  await run.ok('docker pull -q busybox:1.37 && docker tag busybox:1.37 localhost:5000/app');
  await run.ok('docker push -q localhost:5000/app && docker rm -fv registro');
  expect(await run.ok('docker run --rm localhost:5000/app echo local')).toBe('local');
  const fresh = await run('docker run --rm --pull always localhost:5000/app true');
  expect(fresh.exitCode).toBe(125);
  expect(fresh.output).toContain('connection refused');
});

claim('volumen-sobrevive', { proves: [] }, async ({ run }) => {
  await run.ok(`docker run --rm -v notas:/notas busybox:1.37 sh -c 'echo hola > /notas/7.txt'`);
  expect(await run.ok('docker ps -aq')).toBe('');
  expect(await run.ok('docker run --rm -v notas:/notas busybox:1.37 cat /notas/7.txt')).toBe('hola');
});

claim('bind-es-tu-carpeta', { proves: [] }, async ({ run }) => {
  await run.ok(`docker run --rm -v ./mias:/notas busybox:1.37 sh -c 'echo hola > /notas/7.txt'`);
  expect(await run.ok('cat mias/7.txt')).toBe('hola');
  await run.ok(`docker run -d --name visor -v ./mias:/notas ${SLEEP} && echo adiós > mias/7.txt`);
  expect(await run.ok('docker exec visor cat /notas/7.txt')).toBe('adiós');
});

claim('v-crea-mount-avisa', { proves: [] }, async ({ run }) => {
  await run.ok('docker run --rm -v ./errata:/n busybox:1.37 true');
  await run.ok('test -d errata');
  const mount = await run('docker run --rm --mount type=bind,src=./otra,dst=/n busybox:1.37 true');
  expect(mount.exitCode).toBe(125);
  expect(mount.output).toContain('bind source path does not exist');
  expect((await run('test -e otra')).exitCode).toBe(1);
});

claim('volumen-en-uso-no-se-borra', { proves: [] }, async ({ run }) => {
  await run.ok(`docker run -d --name visor -v notas:/notas ${SLEEP}`);
  for (const state of ['running', 'exited']) {
    if (state === 'exited') await run.ok('docker stop -t 0 visor');
    expect(await run.ok('docker inspect -f {{.State.Status}} visor')).toBe(state);
    const removal = await run('docker volume rm notas');
    expect(removal.exitCode).toBe(1);
    expect(removal.output).toContain('volume is in use');
  }
  await run.ok('docker rm visor && docker volume rm notas');
});

claim('nombre-no-sale-de-la-red', { proves: [] }, async ({ run }) => {
  await run.ok('docker network create mi_red && docker run -d --name web --network mi_red nginx:1.30');
  await run.until('docker run --rm --network mi_red busybox:1.37 wget -qO- http://web');
  expect((await run('curl -s http://web')).exitCode).toBe(6);
  await run.ok('docker network create otra_red');
  for (const network of ['bridge', 'otra_red']) {
    const visit = await run(`docker run --rm --network ${network} busybox:1.37 wget -qO- http://web`);
    expect(visit.output).toContain("bad address 'web'");
  }
  // Once in that other network too, its name is known there.
  await run.ok('docker network connect otra_red web');
  await run.ok('docker run --rm --network otra_red busybox:1.37 wget -qO- http://web');
});

const TWO_SERVICES = `name: saludo
services:
  web: { image: 'nginx:1.30', ports: ['8080:80'] }
  api: { image: 'busybox:1.37', command: httpd -f -p 3000 -h /etc }`;

claim('compose-red-propia', { proves: [] }, async ({ run }) => {
  await write(run, 'compose.yaml', TWO_SERVICES);
  await run.ok('docker compose up -d');
  expect(await run.ok(`docker network ls --filter name=saludo --format '{{.Name}}'`)).toBe('saludo_default');
  await run.until('docker compose exec -T web curl -sf http://api:3000/hostname');
  expect(await run.ok(`docker compose ps api --format '{{.Ports}}'`)).toBe('');
  expect(await run.ok(`docker compose ps web --format '{{.Ports}}'`)).toContain(':8080->80/tcp');
  expect((await run('curl -s http://localhost:3000/hostname')).exitCode).toBe(7);
  const stranger = await run('docker run --rm busybox:1.37 wget -qO- http://api:3000/hostname');
  expect(stranger.output).toContain("bad address 'api:3000'");
});

claim('compose-cambia-solo-lo-cambiado', { proves: [] }, async ({ run }) => {
  await write(run, 'compose.yaml', TWO_SERVICES);
  await run.ok('docker compose up -d');
  const ids = async () => [
    await run.ok('docker compose ps -q web'),
    await run.ok('docker compose ps -q api'),
  ];
  const before = await ids();
  await run.ok(`sed -i 's/8080:80/8081:80/' compose.yaml && docker compose up -d`);
  const after = await ids();
  expect(after[0]).not.toBe(before[0]);
  expect(after[1]).toBe(before[1]);
});

claim('compose-yaml-preferido', { proves: [] }, async ({ run }) => {
  await run.ok(`echo 'services: { viejo: { image: x } }' > docker-compose.yml`);
  expect(await run.ok('docker compose config --services 2>&1')).toBe('viejo');
  await run.ok(`echo 'services: { nuevo: { image: x } }' > compose.yaml`);
  expect(await run.ok('docker compose config --services 2>/dev/null')).toBe('nuevo');
  expect(await run.ok('docker compose config --services 2>&1')).toContain('Found multiple config files');
});

claim('version-sobra', { proves: [] }, async ({ run }) => {
  const service = 'name: p\nservices: { a: { image: x } }';
  const result = () => run.ok('docker compose config 2>avisos');
  await write(run, 'compose.yaml', service);
  const without = await result();
  expect(await run.ok('cat avisos')).toBe('');
  for (const version of ['3.8', '99.9']) {
    await write(run, 'compose.yaml', `version: '${version}'\n${service}`);
    expect(await result()).toBe(without);
    expect(await run.ok('cat avisos')).toContain('the attribute `version` is obsolete');
  }
});

claim('debian-instala-de-mas', { proves: [], requires: ['online'] }, async ({ run }) => {
  await run.ok('docker run -d --name equipo debian:trixie-slim sleep infinity');
  await run.ok('docker exec equipo apt-get update -qq');
  const packages = 'gcc g++ make libpq-dev libjpeg-dev zlib1g-dev postgresql nodejs npm redis-server nginx';
  const plan = await run.ok(`docker exec equipo apt-get install -s ${packages} | grep -c ^Inst`);
  expect(Number(plan)).toBeGreaterThan(500);
});

claim('psycopg2-quiere-compilar', { proves: [], requires: ['online'] }, async ({ run }) => {
  const python = 'docker run -q --rm python:3.13-slim-trixie';
  const source = await run(`${python} pip install psycopg2`);
  expect(source.exitCode).toBe(1);
  expect(source.output).toContain('pg_config executable not found');
  const none = '! command -v gcc && ! command -v pg_config';
  await run.ok(`${python} sh -c '${none} && pip install -q "psycopg[binary]" && python -c "import psycopg"'`);
});

claim('gpu-la-pone-el-anfitrion', { proves: [] }, async ({ run }) => {
  await run.ok('docker run --rm busybox:1.37 true');
  const start = await run('docker run --name sin --gpus all busybox:1.37 true');
  expect(start.exitCode).toBe(125);
  expect(start.output).toContain('failed to discover GPU vendor from CDI');
  expect(await run.ok('docker inspect -f {{.State.Status}} sin')).toBe('created');
});

claim('down-conserva-los-volumenes', { proves: [] }, async ({ run }) => {
  await write(
    run,
    'compose.yaml',
    `name: visor\nservices:\n  db: { image: 'redis:8', volumes: ['datos:/data'] }\nvolumes: { datos: {} }`,
  );
  await run.ok('docker compose up -d');
  const left = async () => [
    await run.ok('docker ps -aq | wc -l'),
    await run.ok('docker network ls -q --filter name=visor | wc -l'),
  ];
  expect(await left()).toEqual(['1', '1']);
  await run.ok('docker compose down');
  expect(await left()).toEqual(['0', '0']);
  expect(await run.ok('docker volume ls -q')).toBe('visor_datos');
  await run.ok('docker compose up -d && docker compose down -v');
  expect(await run.ok('docker volume ls -q')).toBe('');
});

claim('postgres-18-rechaza-la-ruta-antigua', { proves: [] }, async ({ run }) => {
  const start = await run(
    'docker run -q --name bd -e POSTGRES_PASSWORD=x -v datos:/var/lib/postgresql/data postgres:18',
  );
  expect(start.exitCode).toBe(1);
  expect(start.output).toContain('/var/lib/postgresql/data (unused mount/volume)');
  await run.ok('docker run -d --name nueva -e POSTGRES_PASSWORD=x -v otros:/var/lib/postgresql postgres:18');
  await run.until('docker exec nueva pg_isready -h 127.0.0.1', 60_000);
});

claim('inicio-solo-con-la-carpeta-vacia', { proves: [] }, async ({ run }) => {
  const start = async () => {
    await run.ok(
      'docker run -d -q --name bd -e POSTGRES_PASSWORD=x -v datos:/var/lib/postgresql -v ./db:/docker-entrypoint-initdb.d:ro postgres:18',
    );
    await run.until('docker exec bd pg_isready -h 127.0.0.1', 60_000);
  };
  const count = (table: string) =>
    run(`docker exec bd psql -U postgres -Atc 'SELECT count(*) FROM ${table}'`);
  await run.ok(`mkdir db && echo 'CREATE TABLE uno ();' > db/inicio.sql`);
  await start();
  expect((await count('uno')).exitCode).toBe(0);
  await run.ok(`docker rm -f bd && echo 'CREATE TABLE dos ();' > db/inicio.sql`);
  await start();
  expect((await count('uno')).exitCode).toBe(0);
  expect((await count('dos')).output).toContain('does not exist');
});

claim('registro-sin-certificado', { proves: [] }, async ({ run }) => {
  await run.ok('docker run -d -q -p 5000:5000 registry:2 && docker pull -q busybox:1.37');
  await run.until('curl -sf http://localhost:5000/v2/');
  const push = (host: string) =>
    run(`docker tag busybox:1.37 ${host}:5000/app && docker push -q ${host}:5000/app`);
  for (const host of ['localhost', '127.0.0.1', '[::1]']) expect((await push(host)).exitCode).toBe(0);
  const own = await ownAddress(run);
  await run.ok(`curl -sf http://${own}:5000/v2/`);
  const refused = await push(own);
  expect(refused.exitCode).toBe(1);
  expect(refused.output).toContain('server gave HTTP response to HTTPS client');
  // Unless the engine is told to trust it.
  await run.ok('mkdir -p /etc/docker');
  await run.ok(`echo '{ "insecure-registries": ["${own}:5000"] }' > /etc/docker/daemon.json`);
  await run.ok('kill -HUP $(pgrep -x dockerd)');
  await run.until(`docker push -q ${own}:5000/app`);
});

claim('volumen-anonimo-se-queda', { proves: [] }, async ({ run }) => {
  await run.ok('docker run -d --name datos redis:8 && docker exec datos touch /data/huella');
  await run.ok('docker rm -f datos');
  const volume = await run.ok('docker volume ls -q');
  expect(volume).toMatch(/^[0-9a-f]{64}$/);
  await run.ok(`docker run --rm -v ${volume}:/v busybox:1.37 ls /v/huella`);
  await run.ok('docker run -d --name datos redis:8');
  expect((await run('docker exec datos ls /data/huella')).exitCode).toBe(2);
  await run.ok(`docker rm -f -v datos`);
  expect(await run.ok('docker volume ls -q')).toBe(volume);
});

claim('compose-restart-no-aplica', { proves: [] }, async ({ run }) => {
  await write(run, 'compose.yaml', TWO_SERVICES);
  await run.ok(`docker compose up -d && sed -i 's/8080:80/8081:80/' compose.yaml`);
  await run.ok('docker compose restart -t 0 web');
  expect(await run.ok('docker compose port web 80')).toContain(':8080');
  await run.ok('docker compose up -d');
  expect(await run.ok('docker compose port web 80')).toContain(':8081');
});

claim('npm-start-estropea-el-apagado', { proves: [] }, async ({ run }) => {
  await run.ok('mkdir app && cd app');
  await write(run, 'package.json', '{ "scripts": { "start": "node servidor.js" } }');
  const handler = `process.on('SIGTERM', () => { console.log('me apago'); s.close(() => process.exit(0)) })`;
  await write(run, 'servidor.js', `const s = ${SERVER}; ${handler}`);
  for (const [name, command] of [
    ['con-npm', 'npm start'],
    ['sin-npm', 'node servidor.js'],
  ]) {
    await run.ok(`docker run -d -q --name ${name} -v .:/app -w /app node:24-trixie-slim ${command}`);
    await run.until(`docker logs ${name} | grep listo`);
    await run.ok(`docker stop -t 30 ${name}`);
  }
  expect(await run.ok('docker logs con-npm 2>&1')).not.toContain('me apago');
  expect(await run.ok('docker logs sin-npm 2>&1')).toContain('me apago');
  expect(await run.ok(`docker inspect -f '{{.State.ExitCode}}' con-npm sin-npm`)).toBe('1\n0');
});
