import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('enterprises', '0001_initial'),
        ('organisations', '0001_initial'),
        ('reference', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='BlockEconomy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80, unique=True)),
                ('boundary', models.CharField(blank=True, max_length=300)),
                ('industries', models.JSONField(default=list)),
                ('character', models.CharField(max_length=300)),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Ranking',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scope', models.CharField(choices=[('world', 'world'), ('nation', 'nation'), ('city', 'city'), ('district', 'district')], max_length=10)),
                ('trade', models.CharField(max_length=80)),
                ('place', models.PositiveIntegerField()),
                ('ground', models.CharField(max_length=300)),
                ('year', models.PositiveSmallIntegerField()),
            ],
            options={
                'ordering': ['enterprise', '-year', 'place'],
            },
        ),
        migrations.AddField(
            model_name='enterprise',
            name='best_rank',
            field=models.PositiveIntegerField(default=999999),
        ),
        migrations.AddField(
            model_name='enterprise',
            name='capital',
            field=models.CharField(blank=True, choices=[('domestic', 'domestic'), ('foreign', 'foreign'), ('joint', 'joint')], max_length=10),
        ),
        migrations.AddField(
            model_name='enterprise',
            name='founded_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='enterprise',
            name='is_advantaged',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='enterprise',
            name='is_backbone',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='enterprise',
            name='keeps_itself',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='enterprise',
            name='priority',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AlterField(
            model_name='zone',
            name='kind',
            field=models.CharField(choices=[('economic', 'economic'), ('bonded', 'bonded'), ('high_tech', 'high_tech'), ('industrial_park', 'industrial_park'), ('science_park', 'science_park'), ('town', 'town'), ('other', 'other')], max_length=20),
        ),
        migrations.AddIndex(
            model_name='championtitle',
            index=models.Index(fields=['title', 'enterprise'], name='titles_by_kind'),
        ),
        migrations.AddConstraint(
            model_name='businessformat',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'listed')), fields=('name',), name='one_listed_format_per_name'),
        ),
        migrations.AddField(
            model_name='blockeconomy',
            name='added_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation'),
        ),
        migrations.AddField(
            model_name='blockeconomy',
            name='districts',
            field=models.ManyToManyField(related_name='+', to='reference.region'),
        ),
        migrations.AddField(
            model_name='enterprise',
            name='block_economy',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='enterprises', to='enterprises.blockeconomy'),
        ),
        migrations.AddIndex(
            model_name='enterprise',
            index=models.Index(fields=['-priority', 'best_rank', 'uscc'], name='enterprises_by_priority'),
        ),
        migrations.AddIndex(
            model_name='enterprise',
            index=models.Index(fields=['district', '-priority', 'best_rank', 'uscc'], name='enterprises_of_a_district'),
        ),
        migrations.AddIndex(
            model_name='enterprise',
            index=models.Index(fields=['field', '-priority', 'best_rank', 'uscc'], name='enterprises_of_a_field'),
        ),
        migrations.AddIndex(
            model_name='enterprise',
            index=models.Index(fields=['size'], name='enterprises_by_size_alone'),
        ),
        migrations.AddField(
            model_name='ranking',
            name='enterprise',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rankings', to='enterprises.enterprise'),
        ),
        migrations.AddConstraint(
            model_name='ranking',
            constraint=models.UniqueConstraint(fields=('enterprise', 'scope', 'trade', 'year'), name='one_place_per_list_and_year'),
        ),
        migrations.AddConstraint(
            model_name='ranking',
            constraint=models.CheckConstraint(condition=models.Q(('place__gte', 1)), name='places_count_from_one'),
        ),
    ]
