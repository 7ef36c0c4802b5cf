/** Claims of the page redes/varias-redes. */

import { claim, expect } from '../../support/claim.ts';
import { OUTSIDE } from './_redes.ts';

const TWO_NETWORKS = `cat > compose.yaml <<'FIN'
services:
  web: { image: nginx:1.30, networks: [front] }
  api: { image: redis:8, networks: [front, back] }
  db: { image: redis:8, networks: [back] }
networks:
  front: {}
  back: { internal: true }
FIN`;

claim('compose-separa-con-dos-redes', { proves: ['A-032'] }, async ({ run }) => {
  await run.ok(TWO_NETWORKS);
  await run.ok('docker compose up -d');
  expect((await run('docker compose exec -T web getent hosts db')).exitCode).toBe(2);
  await run.ok('docker compose exec -T web getent hosts api');
  await run.until('docker compose exec -T api redis-cli -h db ping');
  // The API knows the way out of the other network; the database, in the inner one alone, does not.
  await run.ok(`docker compose exec -T api getent hosts ${OUTSIDE}`);
  expect((await run(`docker compose exec -T db getent hosts ${OUTSIDE}`)).exitCode).toBe(2);
});
