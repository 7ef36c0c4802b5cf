# Lo primero que se ejecuta en el contenedor.
echo "Cola de estudios en marcha"
exec sh /app/cola.sh
