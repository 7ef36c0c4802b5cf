import { mark } from './identity.ts';
import { pid } from './pid.ts';
import type { Rule } from './rule.ts';

const JSON_PID = /("Pid": )(\d+)/g;
const JSON_NUMBER = /"(MicroVersion|Index)": \d+/g;
const STATUS = /^((?:NS|Tracer|P)?(?:[Pp]id|[Tt]gid|pgid|sid):)((?:[ \t]*\d+)+)$/gm;
const PROC = /(\/proc\/)(\d+)(?=\/|\b)/g;
const SOCKET_OWNER = /(\bpid=)(\d+)/g;
const NGINX_WORKER = /(\[notice\] )(\d+)#\2(: start (?:cache \w+|worker) process) \d+/g;
const NGINX_LOG = /(\[(?:notice|error|warn|emerg)\] )\d+#\d+/g;
// PostgreSQL: <FECHA> [47] LOG:  …; Apache: [pid 7:tid 139872349872]
const POSTGRES_LOG = /(<FECHA> )\[\d+\]( (?:LOG|ERROR|FATAL|WARNING|HINT|DETAIL|STATEMENT|PANIC|NOTICE):)/g;
const APACHE_LOG = /\[pid \d+(?::tid \d+)?\]/g;
// … background worker "x" (PID 67) exited
const TOLD_PID = /(\((?:PID|pid) )(\d+)(?=\))/g;
const REDIS_LOG = /^(\d+)(:[CMSX] <FECHA>)/gm;
const NAMESPACE = /\b(mnt|pid|net|uts|ipc|user|cgroup|time|time_for_children|pid_for_children):\[(\d+)\]/g;
const KILLED = /(: line )\d+(: +)\d+( (?:Killed|Terminated|Aborted|Segmentation fault))/g;
const JOB = /^(\[\d+\][-+]? )(\d+)$/gm;
const LONE_NUMBERS = /^[ \t]*\d+(?:[ \t]+\d+)*[ \t]*$/gm;
// What these print is nothing but process ids.
const PRINTS_PIDS =
  /\.State\.Pid\b|\b(?:pidof|pgrep)\b|echo (?:"?\$[!$]"?|\$BASHPID)|\bcgroup\.procs\b|\/tasks\b|\bps\b.*-o ?"?p?pid= *"?(?:$|\s|\))/;

/** Process ids as the host sees them, and inode numbers of namespaces: the same one is the same in every step. */
export const processes: Rule = {
  name: 'procesos',
  apply(text, { command }) {
    const known = text
      .replace(JSON_PID, (_, key: string, id: string) => key + pid(id))
      .replace(JSON_NUMBER, '"$1": <N>')
      .replace(STATUS, (_, key: string, ids: string) => key + ids.replace(/\d+/g, pid))
      .replace(PROC, (_, path: string, id: string) => path + pid(id))
      .replace(SOCKET_OWNER, (_, key: string, id: string) => key + pid(id))
      .replace(NGINX_WORKER, '$1$2#$2$3 <PID>')
      .replace(NGINX_LOG, '$1<PID>')
      .replace(POSTGRES_LOG, '$1[<PID>]$2')
      .replace(APACHE_LOG, '[<PID>]')
      .replace(TOLD_PID, (_, before: string, id: string) => before + pid(id))
      .replace(REDIS_LOG, (_, id: string, rest: string) => pid(id) + rest)
      .replace(NAMESPACE, (_, kind: string, inode: string) => `${kind}:[${mark('NS', inode)}]`)
      .replace(KILLED, '$1<N>$2<PID>$3')
      .replace(JOB, (_, job: string, id: string) => job + pid(id));
    return PRINTS_PIDS.test(command)
      ? known.replace(LONE_NUMBERS, (line) => line.replace(/\d+/g, pid))
      : known;
  },
};
