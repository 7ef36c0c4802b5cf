// Corre en el navegador: pide los estudios al backend y los pinta.
async function pintar() {
  const estudios = await fetch('/api/estudios').then((respuesta) => respuesta.json());
  for (const { fecha, zona, imagen } of estudios) {
    const linea = document.createElement('li');
    const dibujo = document.createElement('img');
    dibujo.src = `radiografias/${imagen}`;
    dibujo.alt = `Dibujo de una radiografía de ${zona}`;
    linea.append(dibujo, ` ${zona}, ${fecha}`);
    document.querySelector('#estudios').append(linea);
  }
}

pintar();
