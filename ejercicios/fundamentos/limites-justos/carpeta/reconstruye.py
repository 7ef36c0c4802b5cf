"""Reconstruye un estudio tras otro y, entre uno y otro, descansa con poca memoria."""
import time

CORTES = 140
CORTE = 512 * 512 * 2  # píxeles de dos bytes

hechos = 0
while True:
    time.sleep(3)
    estudio = [b"\x01" * CORTE for _ in range(CORTES)]
    time.sleep(1)
    del estudio
    hechos += 1
    with open("/tmp/hechos", "w") as archivo:
        archivo.write(f"{hechos}\n")
    print(f"Estudio {hechos} reconstruido", flush=True)
