/** Claims of the page empezar/como-leer. */

import { claim, expect } from '../../support/claim.ts';
import { SLEEP } from '../../support/networks.ts';

claim('run-sale-con-el-codigo-del-programa', {}, async ({ run }) => {
  for (const code of [0, 7, 42])
    expect((await run(`docker run --rm busybox:1.37 sh -c 'exit ${code}'`)).exitCode).toBe(code);
});

claim('codigos-125-126-127', {}, async ({ run }) => {
  const codeOf = async (rest: string) => (await run(`docker run --rm ${rest}`)).exitCode;
  await run.ok(`docker run -d --name caja ${SLEEP}`);
  for (const failure of ['--opcion-inventada busybox:1.37 true', '--name caja busybox:1.37 true'])
    expect(await codeOf(failure)).toBe(125);
  expect(await codeOf('busybox:1.37 /etc/passwd')).toBe(126);
  expect(await codeOf('busybox:1.37 programa-inventado')).toBe(127);
});

claim('codigos-con-excepciones', {}, async ({ run }) => {
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

claim('id-corto-es-el-principio', {}, async ({ run }) => {
  const [long = ''] = (await run.ok(`docker run -d -q ${SLEEP}`)).split('\n').slice(-1);
  expect(long).toMatch(/^[0-9a-f]{64}$/);
  expect(await run.ok('docker ps -q')).toBe(long.slice(0, 12));
});
