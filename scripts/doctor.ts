/** `npm run doctor`: what this machine has, what is missing for `npm test`, and how to mend it. */
import { parseArgs } from 'node:util';
import { examineEngine } from './doctor/engine.ts';
import { examineBrowser, examineDisk, examineImages, examineNode } from './doctor/machine.ts';
import { isEnough, renderJson, renderTable } from './doctor/report.ts';
import { runMain } from './setup/main.ts';

const HELP = `npm run doctor: mira qué hay en este equipo y qué le falta a «npm test». No instala nada.

  npm run doctor -- --json    lo mismo, para programas (con npm run --silent)

Código de salida: 0 si está todo lo que necesita «npm test»; 1 si no.`;

await runMain(async () => {
  const { values } = parseArgs({
    options: { json: { type: 'boolean', default: false }, ayuda: { type: 'boolean', default: false } },
  });
  if (values.ayuda) {
    console.log(HELP);
    return;
  }
  const [node, engine] = await Promise.all([examineNode(), examineEngine()]);
  const images = await examineImages(engine.answers);
  const findings = [
    ...node,
    ...engine.findings,
    ...images,
    ...examineBrowser(),
    ...examineDisk(engine.folders),
  ];
  console.log(values.json ? renderJson(findings) : renderTable(findings));
  if (!isEnough(findings)) process.exitCode = 1;
});
