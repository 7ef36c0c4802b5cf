// Responde cuántos estudios hay en la base.
const http = require('node:http');
const net = require('node:net');

const base = process.env.BASE ?? 'base';
const escucha = process.env.ESCUCHA ?? '127.0.0.1';

function cuantos() {
  return new Promise((bien, mal) => {
    const conexion = net.connect(6379, base, () => conexion.write('GET estudios\r\n'));
    conexion.setTimeout(3000, () => conexion.destroy(new Error('no contesta')));
    conexion.once('error', mal);
    conexion.once('data', (datos) => {
      conexion.end();
      bien(/\d+\r\n$/.exec(String(datos))?.[0].trim() ?? '0');
    });
  });
}

const servidor = http.createServer(async (_peticion, respuesta) => {
  respuesta.setHeader('content-type', 'text/plain; charset=utf-8');
  try {
    respuesta.end(`Hay ${await cuantos()} estudios\n`);
  } catch (error) {
    respuesta.statusCode = 502;
    respuesta.end(`No llego a la base «${base}»: ${error.message}\n`);
  }
});
servidor.listen(3000, escucha, () => console.log(`API en ${escucha}:3000`));
