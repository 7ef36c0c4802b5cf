const http = require('node:http');
const { Pool } = require('pg');

// Sin argumentos: pg lee PGHOST, PGUSER, PGPASSWORD y PGDATABASE del entorno.
const bd = new Pool();
// Sin esto, que la base de datos se reinicie tumbaría la API.
bd.on('error', (error) => console.error(error.message));

// region: rutas
const ESTUDIOS = "SELECT id, to_char(fecha, 'YYYY-MM-DD') AS fecha, zona, imagen FROM estudios ORDER BY id";
const NOTAS = 'SELECT texto FROM notas WHERE estudio = $1 ORDER BY id';
const ANOTAR = 'INSERT INTO notas (estudio, texto) VALUES ($1, $2) RETURNING id';

const rutas = [
  ['GET', /^\/salud$/, () => consultar('SELECT 1 AS bien')],
  ['GET', /^\/estudios$/, () => consultar(ESTUDIOS)],
  ['GET', /^\/estudios\/(\d+)\/notas$/, (estudio) => consultar(NOTAS, [estudio])],
  ['POST', /^\/estudios\/(\d+)\/notas$/, (estudio, texto) => consultar(ANOTAR, [estudio, texto])],
];
// endregion

// Lo que la base de datos rechaza, dicho para quien usa la API.
const rechazos = {
  23503: [404, 'ese estudio no existe'],
  23514: [400, 'la nota está vacía'],
};

async function consultar(sql, valores) {
  return (await bd.query(sql, valores)).rows;
}

async function leerCuerpo(peticion) {
  let texto = '';
  for await (const trozo of peticion) texto += trozo;
  return texto.trim();
}

async function atender(peticion) {
  for (const [metodo, camino, hacer] of rutas) {
    const partes = camino.exec(peticion.url);
    if (partes && metodo === peticion.method) {
      return [200, await hacer(partes[1], await leerCuerpo(peticion))];
    }
  }
  return [404, { error: `no hay nada en ${peticion.url}` }];
}

function explicar(error) {
  console.error(error.message);
  const [codigo, texto] = rechazos[error.code] ?? [500, 'algo ha fallado; mira el registro de la API'];
  return [codigo, { error: texto }];
}

const servidor = http.createServer(async (peticion, respuesta) => {
  const [codigo, cuerpo] = await atender(peticion).catch(explicar);
  respuesta.writeHead(codigo, { 'content-type': 'application/json' });
  respuesta.end(`${JSON.stringify(cuerpo)}\n`);
});

servidor.listen(3000, () => console.log('API en el puerto 3000'));

process.on('SIGTERM', () => servidor.close(() => bd.end().then(() => process.exit(0))));
