/** What a page may weigh when it opens, in bytes with Brotli. */
const TEXT_BUDGET = 25_000;
const CODE_BUDGET = 40_000;

/** Budget of a page: more where there are recorded blocks, diagrams, proofs or messages. */
export function budgetOf(html: string): number {
  const marks = ['expressive-code', 'dap-lienzo', '<dap-verificacion', '<dap-filtro'];
  return marks.some((mark) => html.includes(mark)) ? CODE_BUDGET : TEXT_BUDGET;
}
