import { createSocket } from 'node:dgram';
import { connect, createServer } from 'node:net';

const TIMEOUT = 5000;

/**
 * Answers DNS by passing each message as it is to another server: that of the outer engine, which also knows the hub's
 * own names. Inner containers use it, since that server only listens inside the hub.
 */
export async function serveDns(address: string, port: number, upstream: string): Promise<() => void> {
  const udp = createSocket('udp4');
  udp.on('message', (message, sender) => {
    const relay = createSocket('udp4');
    const timer = setTimeout(() => relay.close(), TIMEOUT);
    relay.on('message', (answer) => {
      clearTimeout(timer);
      udp.send(answer, sender.port, sender.address);
      relay.close();
    });
    relay.on('error', () => relay.close());
    relay.send(message, 53, upstream);
  });
  const tcp = createServer((socket) => {
    const relay = connect(53, upstream);
    for (const side of [socket, relay]) {
      side.setTimeout(TIMEOUT, () => side.destroy());
      side.on('error', () => {
        socket.destroy();
        relay.destroy();
      });
    }
    socket.pipe(relay).pipe(socket);
  });
  await new Promise<void>((resolve) => {
    udp.bind(port, address, resolve);
  });
  await new Promise<void>((resolve) => {
    tcp.listen(port, address, resolve);
  });
  return () => {
    udp.close();
    tcp.close();
  };
}
