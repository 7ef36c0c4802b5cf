/** The virtual machine has what kernels may lack, is always as new, and leaves nothing behind. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { expect, inject, test } from 'vitest';
import { probeKernel } from '../../src/bench/requirements.ts';
import { VmSandbox } from '../../src/bench/vm/vm-sandbox.ts';
import { objectsOfRun, waitUntilGone } from './outer-engine.ts';

const TRACES = 'docker volume ls -q; docker images -q; ls /root; ls -d /sys/fs/cgroup/demo 2>/dev/null';

test('a virtual machine has cgroup v2 and IPVS, pulls images, and what happens in it is forgotten', async () => {
  const environment = inject('environment');
  const first = await VmSandbox.open(environment);
  // There is one at a time: the second waits until the first has gone.
  const waiting = VmSandbox.open(environment);
  await first.run('docker volume create datos; touch /root/huella; mkdir /sys/fs/cgroup/demo');
  expect(await probeKernel(first)).toEqual(['cgroup2', 'systemd', 'apparmor', 'ipvs']);
  const limits = 'cat /sys/fs/cgroup/memory.max /sys/fs/cgroup/pids.max';
  const limited = await first.run(
    `docker run --rm -m 64m --pids-limit 50 busybox:1.37 sh -c '${limits}' 2>/dev/null`,
  );
  expect(limited.output).toBe('67108864\n50\n');
  const resolved = await first.run('docker run --rm busybox:1.37 nslookup registry-1.docker.io');
  expect(resolved.output).toContain(environment.hubIp);
  expect((await first.run(TRACES)).output).toMatch(/^datos\n\w{12}\nhuella\n\/sys\/fs\/cgroup\/demo\n$/);
  await first[Symbol.asyncDispose]();

  await using second = await waiting;
  expect((await second.run(TRACES)).output).toBe('');
  const year = await second.run('date +%s');
  expect(Math.abs(Number(year.output) - Date.now() / 1000)).toBeLessThan(30);
});

test('a virtual machine balances among the tasks of a service', async () => {
  await using vm = await VmSandbox.open(inject('environment'));
  await vm.run('docker swarm init --advertise-addr 10.0.2.15 && docker pull -q busybox:1.37');
  await vm.run(
    `docker service create -q --detach --name web --replicas 2 -p 8080:80 busybox:1.37 sh -c 'mkdir /w; hostname > /w/index.html; exec httpd -f -h /w'`,
  );
  await vm.run(`until docker service ls --format '{{.Replicas}}' | grep -q 2/2; do sleep 2; done`);
  // By IPv4: on a reader's machine too, the mesh does not answer at ::1.
  const answers = await vm.run('for n in 1 2 3 4; do curl -fsS -m 20 127.0.0.1:8080; done | sort | uniq -c');
  expect(answers.output).toMatch(/^ +2 \w{12}\n +2 \w{12}\n$/);
});

test('what a virtual machine cannot do is told', async () => {
  await using vm = await VmSandbox.open(inject('environment'));
  await expect(vm.type()).rejects.toThrow('quita «tty» del paso');
  for (const terminal of ['', 'b', 'c', 'd', 'e']) await vm.run('true', { terminal });
  await expect(vm.run('true', { terminal: 'f' })).rejects.toThrow('tiene 5 terminales');
  const slow = vm.run('echo empieza; sleep 60', { timeoutMs: 2000 });
  await expect(slow).rejects.toThrow(/no terminó en 2 s[\s\S]*empieza/);
});

test('nothing is left when the owner of a virtual machine is killed', async () => {
  const child = spawn(process.execPath, ['tests/fixtures/bench/vm-owner.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const runId = await new Promise<string>((resolve, reject) => {
    const lines = createInterface({ input: child.stdout });
    lines.on('line', (line) => line.startsWith('ready ') && resolve(line.slice('ready '.length)));
    lines.on('close', () => reject(new Error('the owner ended before it was ready')));
  });
  // The check can fail: there is something to clean.
  expect((await objectsOfRun(runId)).length).toBeGreaterThanOrEqual(3);
  child.kill('SIGKILL');
  const { left, ms } = await waitUntilGone(runId, 15_000);
  console.log(`vm, kill -9: nothing left after ${ms} ms`);
  expect(left).toEqual([]);
});
