/** A piece of a text: what stands between backticks is code. */
export interface Piece {
  text: string;
  code: boolean;
}

/** Splits a text of a question into prose and code, as backticks mark it in Markdown. */
export function piecesOf(text: string): Piece[] {
  return text
    .split(/(`[^`]+`)/)
    .filter(Boolean)
    .map((piece) =>
      /^`[^`]+`$/.test(piece) ? { text: piece.slice(1, -1), code: true } : { text: piece, code: false },
    );
}

/** The text without its marks, for a place where code cannot be set as such. */
export function withoutMarks(text: string): string {
  return piecesOf(text)
    .map((piece) => piece.text)
    .join('');
}
