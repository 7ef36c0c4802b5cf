: "${SALA:?falta decir en qué sala está el equipo}"
echo "Visor de la sala $SALA (${IDIOMA:-es})"
