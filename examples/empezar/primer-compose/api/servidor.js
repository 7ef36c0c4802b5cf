const http = require('node:http');

const estudios = ['mano', 'rodilla', 'tórax'];
const servidor = http.createServer((_peticion, respuesta) => respuesta.end(`${JSON.stringify(estudios)}\n`));

servidor.listen(3000);
process.on('SIGTERM', () => servidor.close(() => process.exit(0)));
