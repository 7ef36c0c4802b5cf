# El informe de un estudio vence a los 30 días de la radiografía.
vence=$(date -d '2026-03-01 +30 days' +%Y-%m-%d) || exit 1
echo "Estudio del 2026-03-01: vence el $vence"
