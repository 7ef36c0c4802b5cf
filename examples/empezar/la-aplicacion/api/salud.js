// Comprobación de salud: sale con 0 si el servidor contesta y la base de datos también.
fetch('http://127.0.0.1:3000/salud')
  .then((respuesta) => process.exit(respuesta.ok ? 0 : 1))
  .catch(() => process.exit(1));
