const http = require('node:http');
const net = require('node:net');

// Pide a Redis el valor «estudios»: contesta una línea con su tamaño y otra con el valor.
function leerEstudios(responder) {
  const base = net.connect(6379, process.env.DB_HOST);
  base.on('error', (error) => responder(502, JSON.stringify({ error: error.message })));
  base.on('data', (datos) => {
    base.end();
    responder(200, String(datos).split('\r\n')[1] || '[]');
  });
  base.write('GET estudios\r\n');
}

const servidor = http.createServer((peticion, respuesta) => {
  leerEstudios((codigo, cuerpo) => {
    respuesta.writeHead(codigo, { 'content-type': 'application/json' });
    respuesta.end(`${cuerpo}\n`);
  });
});

servidor.listen(3000);
