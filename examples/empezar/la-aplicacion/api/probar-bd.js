// Se conecta a la base de datos y dice si pudo.
const { Client } = require('pg');

const cliente = new Client();
cliente
  .connect()
  .then(() => cliente.end())
  .then(() => console.log(`conectado a ${cliente.host}`))
  .catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
