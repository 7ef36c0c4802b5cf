/** Here-documents as bash itself sees them. */
import { execFileSync, spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { unclosedHeredoc } from '../../../src/examples/heredoc.ts';
import { scanShell } from '../../../src/examples/shell-scan.ts';

const CLOSED = [
  'cat <<FIN\nx\nFIN',
  'cat <<EOF-1\nx\nEOF-1',
  "cat <<'FIN de todo'\nx\nFIN de todo",
  'cat <<"x y"\nz\nx y',
  'cat <<\\EOF\nx\nEOF',
  'cat <<E"O"F\nx\nEOF',
  "cat <<''\nx\n\necho fin",
  'cat <<-FIN\n\tx\n\t\tFIN',
  'cat <<-FIN | tr a b\n\tx\nFIN',
  'cat << FIN\nx\nFIN',
  'cat <<A; cat <<B\na\nA\nb\nB',
  'cat <<A - <<B 3<<C\na\nA\nb\nB\nc\nC',
  'cat > f.cpp <<FIN\ncout << x << endl;\nFIN',
  'cat <<FIN\ncat <<OTRO\nFIN',
  'cat <<FIN > f && echo "cat <<NADA"\nx\nFIN',
  'cat <<FIN\n$(echo ) \' " `\nFIN\necho sigue',
  'cat <<1\nx\n1',
  'cat <<.fin.\nx\n.fin.',
  'cat <<ÑU\nx\nÑU',
  'cat <<$x\na\n$x',
  'n=20; echo $((1<<n))',
  'echo $(( (1<<n) + (2 << 3) ))',
  '((x<<2))',
  '(( x = 1 << 2 )) && echo "$x"',
  'for ((i = 1; i < 100; i = i << 1)); do echo $i; done',
  'echo $[1<<2]',
  'a[1<<2]=3',
  `echo \${x:1<<1:2}`,
  'echo "… cat <<EOF"',
  "echo 'cat <<EOF'",
  "echo $'it\\'s <<EOF'",
  'echo a # … <<EOF',
  '# cat <<EOF',
  'python3 -c "print(1 << n)"',
  'grep -c "<<<<<<< HEAD" f',
  'cat <<< EOF',
  'cat <<<"$x"',
  'cat <<<EOF | tr a b',
  'echo \\<<EOF2 2> /dev/null\nEOF2',
  '[[ a < b && "<<EOF" == *"<<"* ]]',
  'echo "$(cat <<FIN\nhola )"\nFIN\n)"',
  'x=$(cat <<FIN\nhola\nFIN\n) && echo "$x"',
  'x=`cat <<FIN\nhola\nFIN\n`',
  'echo "$(echo "$((1 << 2))" "<<X")"',
  'x=$(case a in a) echo "<<X";; (b) :;; esac)\necho "$x"',
  'case $x in a) cat <<FIN ;; b) : ;; esac\nx\nFIN',
  'if true; then cat <<FIN; fi\nx\nFIN',
  'f() { cat <<FIN\nx\nFIN\n}; f',
  'diff <(cat <<A\n1\nA\n) <(echo 2)',
  'cat 2>&1 <<FIN\nx\nFIN',
  'cat <<FIN &\nx\nFIN\nwait',
  'cat \\\n  <<FIN\nx\nFIN',
  'echo a#b <<FIN\nx\nFIN',
  `echo \${#x} <<FIN\nx\nFIN`,
  '( (echo a) <<FIN )\nx\nFIN',
  "docker exec -i c sh -c 'cat <<EOF > f\nx\nEOF'",
  'ssh x "cat <<EOF\nx\nEOF"',
];
const OPEN = [
  ['cat <<FIN\nx', 'FIN'],
  ['cat <<FIN', 'FIN'],
  ['cat <<FIN\nx\n FIN', 'FIN'],
  ['cat <<FIN\nx\nFIN ', 'FIN'],
  ['cat <<-FIN\nx\n  FIN', 'FIN'],
  ['cat <<EOF-1\nx\nEOF', 'EOF-1'],
  ["cat <<'FIN de todo'\nx\nFIN", 'FIN de todo'],
  ['cat <<A; cat <<B\na\nA\nb', 'B'],
  ['cat <<A; cat <<B\nb\nB\na\nA', 'B'],
  ['echo "a" <<FIN # nota\nx', 'FIN'],
  ['x=$(cat <<FIN\nx\n)', 'FIN'],
  ['(cat <<FIN\nx)', 'FIN'],
  ['echo $((1<<2)); cat <<FIN\nx', 'FIN'],
  ['cat <<FIN\nFIN\ncat <<OTRO', 'OTRO'],
];

test.for(CLOSED)('closed, or none: %s', (command) => {
  expect(unclosedHeredoc(command)).toBeUndefined();
});

test.for(OPEN)('open: %s', ([command, delimiter]) => {
  expect(unclosedHeredoc(command as string)).toBe(delimiter);
});

test('any text has an end, whatever is in it', () => {
  const pieces = [
    '`',
    '(',
    ')',
    '((',
    '$(',
    '"',
    "'",
    '\\',
    '<<',
    '<<<',
    '\n',
    '\r',
    '\u00a0',
    '\v',
    '[[ ',
    ' ]]',
    '${',
    '}',
    'case x in a',
    ' esac',
    '#',
    'a[',
    '&',
    '|',
    ';;',
    '$[',
    'x ',
  ];
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  for (let round = 0; round < 5000; round++) {
    const text = Array.from({ length: 1 + next(9) }, () => pieces[next(pieces.length)]).join('');
    expect(scanShell(text).commands.length, text).toBeLessThanOrEqual(text.length + 1);
  }
});

test('bash agrees with every one of these', () => {
  const warns = (text: string) => {
    const { stderr } = spawnSync('bash', ['-O', 'extglob', '-n'], { input: `${text}\n`, encoding: 'utf8' });
    return stderr.includes('delimited by end-of-file');
  };
  expect(execFileSync('bash', ['-c', 'echo hay'], { encoding: 'utf8' })).toBe('hay\n');
  expect(CLOSED.filter(warns)).toEqual([]);
  expect(OPEN.map(([text]) => text as string).filter((text) => !warns(text))).toEqual([]);
});
