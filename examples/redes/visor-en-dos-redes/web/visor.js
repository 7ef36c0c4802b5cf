// Corre en el navegador: pide la lista a la API y la escribe en la página.
fetch('/api/estudios')
  .then((respuesta) => respuesta.json())
  .then((estudios) => {
    for (const estudio of estudios) {
      const linea = document.createElement('li');
      linea.textContent = estudio;
      document.querySelector('#estudios').append(linea);
    }
  });
