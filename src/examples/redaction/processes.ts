import type { Rule } from './rule.ts';

const JSON_PID = /"(Pid|MicroVersion|Index)": \d+/g;
const NGINX_WORKER = /(\[notice\] )(\d+)#\2(: start (?:cache \w+|worker) process) \d+/g;
const NGINX_LOG = /(\[(?:notice|error|warn|emerg)\] )\d+#\d+/g;
const NAMESPACE = /\b(mnt|pid|net|uts|ipc|user|cgroup|time|time_for_children|pid_for_children):\[\d+\]/g;
const KILLED = /(: line )\d+(: +)\d+( (?:Killed|Terminated|Aborted|Segmentation fault))/g;
const JOB = /^(\[\d+\]) \d+$/gm;

/** Process ids as the host sees them, and inode numbers of namespaces (with identity: equal stays equal). */
export const processes: Rule = {
  name: 'procesos',
  apply: (text, { identities }) =>
    text
      .replace(JSON_PID, '"$1": <N>')
      .replace(NGINX_WORKER, '$1$2#$2$3 <PID>')
      .replace(NGINX_LOG, '$1<PID>')
      .replace(NAMESPACE, (whole, kind) => `${kind}:[${identities.name('NS', whole)}]`)
      .replace(KILLED, '$1<N>$2<PID>$3')
      .replace(JOB, '$1 <PID>'),
};
