// Anotador de estudios: /apunta?estudio=… añade una línea y / las enseña todas.
const fs = require('node:fs');
const http = require('node:http');
const os = require('node:os');

const archivo = '/datos/estudios.txt';
fs.mkdirSync('/datos', { recursive: true });

const servidor = http.createServer((peticion, respuesta) => {
  const { pathname, searchParams } = new URL(peticion.url, 'http://anotador');
  const estudio = searchParams.get('estudio');
  if (pathname === '/apunta' && estudio) fs.appendFileSync(archivo, `${os.hostname()} ${estudio}\n`);
  respuesta.setHeader('content-type', 'text/plain; charset=utf-8');
  respuesta.end(fs.existsSync(archivo) ? fs.readFileSync(archivo) : 'Todavía no hay estudios\n');
});
servidor.listen(3000, () => console.log('Anotador en el puerto 3000'));
