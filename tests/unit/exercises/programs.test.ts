import { expect, test } from 'vitest';
import { programsOf } from '../../../src/exercises/programs.ts';

test.for<[string, string[]]>([
  ['docker ps', ['docker']],
  ['x=$(docker ps | jq .)', ['docker', 'jq']],
  ['if curl -s localhost; then echo "bien; grep no"; fi', ['curl']],
  ["printf '%s' 'docker; jq'", []],
  ['pide() { wget "$1"; }\npide x', ['wget']],
  ["cat > x <<'FIN'\nnode x\nFIN\nsleep 1", ['cat', 'sleep']],
  ['case "$1" in\n  --pista) sed x ;;\n  *) exit 2 ;;\nesac', ['sed']],
  ['until a=$((a + 1)); [ "$(awk 1)" = 1 ]; do sleep 1; done', ['awk', 'sleep']],
  [
    'contiene "$(docker port x --format "{{.A}}")" \':80\' 2>/dev/null | tee y',
    ['contiene', 'docker', 'tee'],
  ],
  [
    'while read -r a b; do ed; done <<FIN\n$(docker exec c cat "jq; x")\nno\nFIN\nsed x',
    ['docker', 'ed', 'sed'],
  ],
  ['# curl\nveces=3 perl x # jq', ['perl']],
  ['falta "hay $n; ponlos" && [ -n "$x" ] || python3 -c 1', ['falta', 'python3']],
])('%j', ([script, programs]) => {
  expect(programsOf(script)).toEqual(programs);
});
