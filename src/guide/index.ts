/** All checks of the content, by name. Each is a pure function of the corpus. */

import { aboveCeilings } from './checks/ceilings.ts';
import { oddClaimIds, repeatedClaims, unboundClaims, unusedClaimTests } from './checks/claims.ts';
import { uncovered, unknownIds } from './checks/coverage.ts';
import { badDrawings, frameCaptions, staleDiagrams, unusedDiagrams } from './checks/diagrams.ts';
import { exerciseUses } from './checks/exercises.ts';
import { oddFolders, unpreparedFolders } from './checks/folders.ts';
import { misplacedTerms } from './checks/glossary.ts';
import { belowMinimums } from './checks/minimums.ts';
import { misplacedPages } from './checks/order.ts';
import { unsafeOnOwnEngine } from './checks/own-engine.ts';
import { driftingVersions } from './checks/patches.ts';
import { guessableAnswers, unansweredQuestions } from './checks/questions.ts';
import {
  contradictions,
  splices,
  tolerances,
  untrustedRecordings,
  untrustedVariants,
} from './checks/recordings.ts';
import { unknownReferences } from './checks/references.ts';
import { unusableScripts } from './checks/scripts.ts';
import { hiddenSteps, orphanExamples, stepOrder } from './checks/steps.ts';
import type { Corpus } from './corpus.ts';
import { checkLanguage } from './language/index.ts';
import type { PageProblem } from './problem.ts';

export type Check = (corpus: Corpus) => PageProblem[];

export const CHECKS: Record<string, Check> = {
  'reglas de Markdown': ({ pages }) => pages.flatMap((page) => page.problems),
  'referencias que existen': unknownReferences,
  'cada término, en el archivo de su letra': misplacedTerms,
  'cada página, en la lista de su tema': misplacedPages,
  'lo mostrado, como se grabó': untrustedRecordings,
  'otros motores, lo mismo': untrustedVariants,
  'ninguna versión que cambie sola': driftingVersions,
  'cada cosa, un nombre': contradictions,
  'cada grabación, una ejecución': splices,
  'lo que varía, a la vista': tolerances,
  'guiones que se pueden ejecutar': unusableScripts,
  'ningún ejemplo huérfano': orphanExamples,
  'ningún paso sin mostrar': hiddenSteps,
  'pasos en orden': stepOrder,
  'cada archivo, en manos del lector': unpreparedFolders,
  'carpetas de lo que se muestra': oddFolders,
  'ids de afirmaciones, sin rarezas': oddClaimIds,
  'ninguna afirmación sin prueba': unboundClaims,
  'ninguna prueba sin afirmación': unusedClaimTests,
  'ninguna afirmación repetida': repeatedClaims,
  'cada ejercicio, en la página de su tema': exerciseUses,
  'diagramas al día': staleDiagrams,
  'dibujos a mano, legibles': badDrawings,
  'cada viñeta, su frase': frameCaptions,
  'ningún diagrama sin usar': unusedDiagrams,
  'ids de cobertura que existen': unknownIds,
  'temas terminados, cubiertos': uncovered,
  'preguntas con una respuesta': unansweredQuestions,
  'respuestas que no se adivinan': guessableAnswers,
  'en tu motor, solo lo inofensivo': unsafeOnOwnEngine,
  'la lengua de la casa': (corpus) => checkLanguage(corpus).errors,
  mínimos: belowMinimums,
  techos: aboveCeilings,
};

/** Runs all checks; sorted by file and line. */
export function checkAll(corpus: Corpus): PageProblem[] {
  return Object.values(CHECKS)
    .flatMap((check) => check(corpus))
    .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}
