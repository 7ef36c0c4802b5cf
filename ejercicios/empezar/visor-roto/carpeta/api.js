// API del visor: /apunta suma un estudio y / dice cuántos hay. La cuenta la lleva el almacén.
const http = require('node:http');
const net = require('node:net');

const almacen = process.env.ALMACEN;

// Una orden al almacén, en su protocolo: cada palabra, con su longitud delante.
function pide(...palabras) {
  const orden = `*${palabras.length}\r\n${palabras.map((p) => `$${p.length}\r\n${p}\r\n`).join('')}`;
  return new Promise((bien, mal) => {
    const conexion = net.connect(6379, almacen, () => conexion.write(orden));
    conexion.setTimeout(3000, () => conexion.destroy(new Error('no contesta')));
    conexion.once('error', mal);
    conexion.once('data', (datos) => {
      conexion.end();
      bien(/\d+\r\n$/.exec(String(datos))?.[0].trim() ?? '0');
    });
  });
}

const servidor = http.createServer(async ({ url }, respuesta) => {
  respuesta.setHeader('content-type', 'text/plain; charset=utf-8');
  try {
    if (url === '/apunta') await pide('INCR', 'estudios');
    respuesta.end(`Estudios apuntados: ${await pide('GET', 'estudios')}\n`);
  } catch (error) {
    respuesta.statusCode = 502;
    respuesta.end(`No llego al almacén «${almacen}»: ${error.message}\n`);
  }
});
servidor.listen(3000, () => console.log('API en el puerto 3000'));
