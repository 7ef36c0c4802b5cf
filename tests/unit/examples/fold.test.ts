import { expect, test } from 'vitest';
import { fold, withoutAccents } from '../../../src/examples/fold.ts';

test('letters lose their accents and nothing else', () => {
  expect(withoutAccents('ÁéÍóÚ ñÑ ü ç — «Æ» 漢 8080')).toBe('AeIoU nN u c — «Æ» 漢 8080');
});

test('what is folded is in lower case too, whichever way the accent is written', () => {
  expect([fold('Ñandú'), fold('n\u0303andu\u0301'), fold('ÆTHER')]).toEqual(['nandu', 'nandu', 'aether']);
});
