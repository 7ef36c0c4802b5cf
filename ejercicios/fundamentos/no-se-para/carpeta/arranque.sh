# Lo primero que se ejecuta en el contenedor.
echo "Cola de estudios en marcha"
sh /app/cola.sh
