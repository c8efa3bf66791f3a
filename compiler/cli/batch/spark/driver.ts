/**
 * The driver, in the one language besides Java in which every Spark has one. It says nothing of its own: each line on
 * standard input is a statement of SQL (JSON), answered by its rows or by what went wrong, one line each. What Spark
 * itself prints goes to standard error. When its input ends, so does it, and all that it has under way.
 */
export const driver = `
import json, os, queue, sys, threading
answers = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)
asked = queue.Queue()

def listen():
    for line in sys.stdin:
        asked.put(json.loads(line))
    os._exit(0)

def say(answer):
    print(json.dumps(answer, default=str), file=answers, flush=True)

def exact(value):
    return str(value) if isinstance(value, int) and abs(value) > 2 ** 53 else value

def answer(statement):
    try:
        rows = [row.asDict(True) for row in spark.sql(statement).collect()]
        return {"rows": [{name: exact(value) for name, value in row.items()} for row in rows]}
    except Exception as problem:
        return {"error": str(problem)}

threading.Thread(target=listen, daemon=True).start()
try:
    from pyspark.sql import SparkSession
    builder = SparkSession.builder
    for key, value in json.loads(sys.argv[1]).items():
        builder = builder.config(key, value)
    spark = builder.getOrCreate()
    say({"rows": [{"version": spark.version}]})
except Exception as problem:
    say({"error": str(problem)})
while True:
    say(answer(asked.get()))
`
