const http = require('node:http');

const servidor = http.createServer((peticion, respuesta) => {
  console.log(peticion.method, peticion.url);
  respuesta.end('Hola desde Node.js\n');
});

servidor.listen(3000, () => console.log('atiendo en el puerto 3000'));
