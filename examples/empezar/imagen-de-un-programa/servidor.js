const http = require('node:http');

const servidor = http.createServer((peticion, respuesta) => {
  console.log(peticion.method, peticion.url);
  respuesta.end('Hola desde una imagen\n');
});

servidor.listen(3000, () => console.log('atiendo en el puerto 3000'));

// docker stop envía SIGTERM: se termina lo empezado y se sale con el código 0.
process.on('SIGTERM', () => {
  console.log('me apago');
  servidor.close(() => process.exit(0));
});
