# Run once by the MySQL image, when its volume is empty: a database and a user for each service.
for service in gateway donations volunteers notifications; do
  variable=${service^^}_DB_PASSWORD
  mysql --user=root --password="$MYSQL_ROOT_PASSWORD" <<SQL
CREATE DATABASE sanxian_$service;
CREATE USER 'sanxian_$service'@'%' IDENTIFIED BY '${!variable}';
GRANT ALL ON sanxian_$service.* TO 'sanxian_$service'@'%';
SQL
done
