/** What is told to who answers a question. */

/** How an answer turned out; undefined when nothing was chosen. */
export function verdict(right: boolean | undefined, isPrediction = false): string {
  if (right === undefined) return 'Elige una opción.';
  if (right) return 'Correcto.';
  return isPrediction ? 'No es eso.' : 'No es esa.';
}

/** The letter that names an option where nobody can touch it: on paper. */
export function letterOf(index: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + index);
}

/** How an option of a prediction is told: outputs as they are, the code in words. */
export function recordedText(text: string, asks: 'output' | 'code'): { text: string; code: boolean } {
  if (asks === 'code') return { text: `Código de salida ${text}`, code: false };
  return text.trim() ? { text, code: true } : { text: 'No imprime nada', code: false };
}
