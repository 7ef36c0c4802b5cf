CREATE TABLE estudios (
  id integer PRIMARY KEY,
  fecha date NOT NULL,
  zona text NOT NULL,
  imagen text NOT NULL
);

CREATE TABLE notas (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  estudio integer NOT NULL REFERENCES estudios,
  texto text NOT NULL CHECK (texto <> '')
);

-- Datos inventados: ninguna imagen es de una persona.
INSERT INTO estudios VALUES
  (1, '2026-03-01', 'mano', 'mano.svg'),
  (2, '2026-03-04', 'rodilla', 'rodilla.svg'),
  (3, '2026-03-09', 'tórax', 'torax.svg');
