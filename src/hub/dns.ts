import { createSocket } from 'node:dgram';
import { connect, createServer } from 'node:net';

const TIMEOUT_MS = 5000;

/**
 * Answers DNS by passing each message as it is to another server: that of the outer engine, which also knows the hub's
 * own names. Inner containers use it, since that server only listens inside the hub.
 */
export async function serveDns(
  address: string,
  port: number,
  upstream: string,
  { timeoutMs = TIMEOUT_MS, upstreamPort = 53 } = {},
): Promise<() => void> {
  const udp = createSocket('udp4');
  udp.on('message', (message, sender) => {
    const relay = createSocket('udp4');
    let isOpen = true;
    // What fails may do so when its time is over already, and a socket cannot be closed twice.
    const close = () => {
      if (isOpen) relay.close();
      isOpen = false;
      clearTimeout(timer);
    };
    const timer = setTimeout(close, timeoutMs);
    relay.on('message', (answer) => {
      udp.send(answer, sender.port, sender.address);
      close();
    });
    relay.on('error', close);
    relay.send(message, upstreamPort, upstream);
  });
  // A client that went away is no reason to leave the others without a name server.
  udp.on('error', (error) => console.error(`dns: ${error.message}`));
  const tcp = createServer((socket) => {
    const relay = connect(upstreamPort, upstream);
    for (const side of [socket, relay]) {
      side.setTimeout(timeoutMs, () => side.destroy());
      side.on('error', () => {
        socket.destroy();
        relay.destroy();
      });
    }
    socket.pipe(relay).pipe(socket);
  });
  await new Promise<void>((resolve, reject) => {
    udp.once('error', reject).bind(port, address, resolve);
  });
  await new Promise<void>((resolve, reject) => {
    tcp.once('error', reject).listen(port, address, resolve);
  });
  tcp.on('error', (error) => console.error(`dns: ${error.message}`));
  return () => {
    udp.close();
    tcp.close();
  };
}
