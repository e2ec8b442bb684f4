/** Widely used packages, from which the nearest is offered for a name that the index does not have. */
export const knownNames: readonly string[] = `
aiofiles aiohttp airflow alembic amqp annotated-types ansible anyio apache-airflow argon2-cffi asgiref asyncpg attrs
awscli azure-core azure-identity babel bcrypt beautifulsoup4 billiard black blinker boto3 botocore bottle cachetools
celery certbot certifi cffi chardet charset-normalizer cherrypy circus click cloudpickle colorama coverage croniter
cryptography cx-oracle cython dagster dash dask databases devpi-server distributed django djangorestframework dnspython
docker docopt docutils dramatiq elasticsearch eventlet execnet falcon fastapi filelock flake8 flask flask-cors
flask-login flower fonttools frozenlist fsspec gevent gitpython google-api-core google-auth google-cloud-storage
granian graphene greenlet grpcio gunicorn h11 h2 hatchling httpcore httptools httpx huey hupper hypercorn hypothesis
idna importlib-metadata influxdb-client ipython isort itsdangerous jax jedi jinja2 jmespath joblib jsonschema jupyter
jupyterlab kafka-python keras kombu kubernetes libcst litestar lightgbm loguru luigi lxml mako markdown markupsafe
marshmallow matplotlib meinheld mercurial minio mkdocs mkdocs-material mlflow more-itertools motor msgpack multidict
mypy mysqlclient nltk networkx nicegui notebook numba numpy oauthlib odoo openai openpyxl opentelemetry-api orjson
packaging pandas paramiko passlib paste pastedeploy peewee pexpect pillow pip platformdirs plotly pluggy poetry
portalocker prefect prettytable prometheus-client prompt-toolkit propcache protobuf psutil psycopg psycopg2
psycopg2-binary pyarrow pyasn1 pycparser pycryptodome pydantic pydantic-core pydantic-settings pygments pyjwt pylint
pymongo pymysql pynacl pyopenssl pyparsing pyramid pytest pytest-cov python-dateutil python-dotenv python-ldap
python-multipart python-socketio pytz pyyaml pyzmq quart rcssmin redis regex requests requests-oauthlib rich robotframework rq
ruff s3transfer sanic scikit-learn scipy scrapy seaborn selenium sentry-sdk setproctitle setuptools shapely simplejson six
sniffio sphinx sqlalchemy sqlmodel sqlparse starlette streamlit structlog supervisor sympy tabulate tenacity tensorflow
textual toml tomli torch tornado tox tqdm transformers trio trytond twisted typer typing-extensions tzdata ujson urllib3
uvicorn uvloop uwsgi virtualenv waitress watchdog watchfiles wcwidth websocket-client websockets werkzeug wheel whitenoise
wrapt xlsxwriter xmltodict yarl zope-interface zstandard
`
  .trim()
  .split(/\s+/);
