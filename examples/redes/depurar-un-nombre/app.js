// Se conecta a la base de datos que le digan y cuenta qué pasó.
const { connect } = require('node:net');

const nombre = process.env.DB_HOST;
const puerto = process.env.DB_PORT || 6379;

const conexion = connect(puerto, nombre);
conexion.on('connect', () => conexion.end(() => console.log(`conectada a ${nombre}:${puerto}`)));
conexion.on('error', (error) => {
  console.error(error.message);
  process.exitCode = 1;
});
